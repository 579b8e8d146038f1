import { linkedPath } from '../core/graph/linked-path.ts';
import type { DocumentReport } from '../core/report.ts';
import type { Git } from './ports.ts';

/** How many paths git is asked about. */
const mostPaths = 500;

/**
 * The files that work items link to and that git leaves out of commits (`.gitignore` and the like), so that only this
 * machine has them; of a linked folder, any file in it. Paths are relative to the workspace folder.
 * @param folder key of the workspace folder, which lies in a repository.
 * @returns what git refuses to tell as a sentence in `unknown`.
 */
export async function ignoredLinks(
  git: Git,
  folder: string,
  reports: readonly Pick<DocumentReport, 'path' | 'links'>[],
  signal?: AbortSignal,
): Promise<{ readonly paths: readonly string[]; readonly unknown: readonly string[] }> {
  const linked = reports.flatMap(({ path, links }) =>
    links.flatMap(({ target, wiki }) => (wiki ? [] : (linkedPath(path, target)?.path ?? []))),
  );
  const paths = [...new Set(linked)].filter((path) => path !== '').slice(0, mostPaths);
  if (paths.length === 0) return { paths: [], unknown: [] };
  const flags = ['--others', '--ignored', '--exclude-standard', '-z'];
  const { exitCode, stdout, stderr } = await git.run(folder, ['ls-files', ...flags, '--', ...paths], signal);
  if (exitCode === 0) {
    const ignored = stdout.split('\0');
    return { paths: paths.filter((path) => ignored.some((file) => `${file}/`.startsWith(`${path}/`))), unknown: [] };
  }
  return { paths: [], unknown: [`Which files that the work links to git ignores: ${stderr.trim().split('\n')[0]}`] };
}
