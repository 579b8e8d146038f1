import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocument, defaultSettings } from '../src/core/checklist/check-document.ts';
import { type DocumentReport, type PointId, pointIds } from '../src/core/report.ts';
import { newWorkItem } from '../src/core/work-item-template.ts';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const root = join(__dirname, '..');
const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const [{ language, path }] = readJson('package.json').contributes.snippets;
const snippets: readonly Snippet[] = Object.values(readJson(path));

/** What an author could write in each place, by the words that hold it. */
const filled: Readonly<Record<string, string>> = {
  Title: 'Export invoices',
  '[What should be true when this is done, for whom, and why]': 'Finance downloads a month of invoices as one file.',
  'what it is': 'The columns',
  'path or address': '../docs/csv-columns.md',
  '[The first thing to do, concrete enough to start]': 'Write the header line of the file.',
  '[Who or what this waits on and since when, or None]': 'Mara for the list of tax codes, since 3 March 2026',
  '[What a team-mate can check to see that it is done]': 'A file of 10,000 lines opens in a spreadsheet.',
};

/** The snippet as text: the first of each choice, `fill` for each place. */
function expand({ body }: Snippet, fill: (words: string) => string): string {
  const places = /\$\{\d\|([^,|]+)[^|]*\|\}|\$\{\d:([^}]+)\}|\$0/g;
  return body.join('\n').replace(places, (_, choice?: string, words?: string) => choice ?? (words ? fill(words) : ''));
}

const fill = (words: string): string => filled[words] ?? assert.fail(`Nobody knows what to write for "${words}".`);
const asIs = (words: string): string => words;
const settings = { ...defaultSettings, include: ['**'] };
const check = (text: string): DocumentReport => checkDocument({ path: 'tasks/export.md', text }, settings);
const met = (text: string): PointId[] => pointIds.filter((id) => check(text).points[id].verdict === 'met');

function snippet(prefix: string): Snippet {
  return snippets.find((candidate) => candidate.prefix === prefix) ?? assert.fail(`There is no snippet ${prefix}.`);
}

describe('the snippets', () => {
  it('are for markdown, each with a prefix of ours and a description', () => {
    assert.equal(language, 'markdown');
    assert.deepEqual(
      snippets.map(({ prefix }) => prefix),
      [...pointIds, 'work-item'].map((id) => `ar-${id}`),
    );
    for (const { prefix, description } of snippets) assert.match(description, /^[A-Z].*[^.]$/, prefix);
  });

  for (const point of pointIds)
    it(`ar-${point} makes its point met when it is filled in, and not before`, () => {
      const text = (write: typeof fill) => `# Export invoices\n\n${expand(snippet(`ar-${point}`), write)}`;
      assert.deepEqual(met(text(fill)), [point]);
      assert.ok(!check(text(fill)).findings.some(({ rule }) => rule.startsWith(point)));
      assert.deepEqual(met(text(asIs)), []);
    });

  it('ar-work-item makes all points met when it is filled in, and leaves nothing to be found', () => {
    const report = check(expand(snippet('ar-work-item'), fill));
    assert.deepEqual(met(expand(snippet('ar-work-item'), fill)), [...pointIds]);
    assert.deepEqual(report.findings, []);
  });

  it('ar-work-item is what New Work Item writes', () => {
    const { text } = newWorkItem('Title', 'headings');
    assert.equal(expand(snippet('ar-work-item'), asIs), text);
  });
});
