import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..');
const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...markdownBelow('docs')];

function markdownBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file));
}

const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '');

describe('the docs', () => {
  for (const page of pages) {
    it(`${page}: every link and picture leads somewhere`, () => {
      const text = withoutCode(readFileSync(join(root, page), 'utf8'));
      const targets = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)].map(
        ([, link, source]) => link ?? source ?? '',
      );
      for (const target of targets.filter((found) => !/^(?:https?:|#)/.test(found))) {
        assert.ok(existsSync(join(root, dirname(page), target.replace(/#.*$/, ''))), `${page} → ${target}`);
      }
    });
  }

  for (const page of ['CONTRIBUTING.md', 'docs/architecture.md']) {
    it(`${page}: every path that it names is there`, () => {
      const text = readFileSync(join(root, page), 'utf8');
      const paths = [...text.matchAll(/`((?:src|test|docs|scripts|bench|media)\/[\w./-]+)`/g)].map(
        ([, path = '']) => path,
      );
      assert.ok(paths.length > 0);
      for (const path of paths) assert.ok(existsSync(join(root, path)), path);
    });
  }

  it('name every npm script that they mention as it is', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const page of pages) {
      for (const [, script = ''] of readFileSync(join(root, page), 'utf8').matchAll(/npm run ([\w:-]+)/g))
        assert.ok(scripts[script], `${page}: npm run ${script}`);
    }
  });
});
