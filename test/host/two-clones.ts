import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install-vscode.ts';

/** A clone of somebody's. */
export interface Clone {
  readonly path: string;
  git(...args: string[]): string;
  write(file: string, text: string): void;
  append(file: string, text: string): void;
  read(file: string): string;
  /** Runs the command line tool, as it is shipped. @returns what it prints */
  asyncReady(...args: string[]): string;
}

/** Makes a bare repository below `parent`, and in two clones of it Ann's work on the branch `reset-by-mail`, pushed. */
export function makeTwoClones(parent: string): { readonly ann: Clone; readonly ben: Clone } {
  const folder = realpathSync(parent);
  run(folder, ['init', '--quiet', '--bare', '--initial-branch=main', 'origin.git']);
  const ann = cloneOf(folder, 'ann', 'Ann Lee', 'ann@example.com');
  ann.git('switch', '--quiet', '--create', 'main');
  ann.write('tasks/reset-by-mail.md', task);
  ann.write('src/mail.ts', 'export const sendMail = () => {};\n');
  commitAll(ann, 'Start');
  ann.git('push', '--quiet', '--set-upstream', 'origin', 'main');
  const ben = cloneOf(folder, 'ben', 'Ben Novak', 'ben@example.com');
  ann.git('remote', 'set-head', 'origin', 'main');
  ann.git('switch', '--quiet', '--create', 'reset-by-mail');
  ann.append('src/mail.ts', 'export const resetLink = () => {};\n');
  commitAll(ann, 'Make the link');
  ann.git('push', '--quiet', '--set-upstream', 'origin', 'reset-by-mail');
  return { ann, ben };
}

/** Commits everything in the clone. */
export function commitAll(clone: Clone, message: string): void {
  clone.git('add', '--all');
  clone.git('commit', '--quiet', '--message', message);
}

function cloneOf(folder: string, name: string, user: string, email: string): Clone {
  run(folder, ['clone', '--quiet', 'origin.git', name]);
  const at = path.join(folder, name);
  const git = (...args: string[]) => run(at, args);
  git('config', 'user.name', user);
  git('config', 'user.email', email);
  const place = (file: string) => {
    mkdirSync(path.dirname(path.join(at, file)), { recursive: true });
    return path.join(at, file);
  };
  return {
    path: at,
    git,
    write: (file, text) => writeFileSync(place(file), text),
    append: (file, text) => appendFileSync(place(file), text),
    read: (file) => readFileSync(place(file), 'utf8'),
    asyncReady: (...args) =>
      execFileSync(process.execPath, [path.join(root, 'dist/cli.cjs'), ...args], { cwd: at, encoding: 'utf8' }),
  };
}

function run(cwd: string, args: readonly string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

const task = `---
id: TASK-7
status: In Progress
---

# Reset the password by mail

People who forget their password get a mail with a link that works for an hour.

## Acceptance Criteria

- [x] The link is made
- [ ] The mail is sent
`;
