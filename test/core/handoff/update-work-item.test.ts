import assert from 'node:assert/strict';
import { checkDocument, defaultSettings } from '../../../src/core/checklist/check-document.ts';
import { readDocument } from '../../../src/core/document/document.ts';
import { quoteWorkItem } from '../../../src/core/handoff/quote-work-item.ts';
import { updateWorkItem } from '../../../src/core/handoff/update-work-item.ts';
import { fixture, fixtures } from '../checklist/fixtures.ts';
import type { Fixture } from '../checklist/read-fixtures.ts';

function updated(path: string, text: string, status: string | null, nextAction: string | null): string {
  const edits = updateWorkItem(readDocument(path, text), { status, nextAction });
  return edits
    .toSorted((a, b) => b.range.start - a.range.start)
    .reduce((result, { range, text: put }) => result.slice(0, range.start) + put + result.slice(range.end), text);
}

function isOpenWork(document: Fixture): boolean {
  const { workItem, finished } = checkDocument(document, defaultSettings);
  return workItem && !finished;
}

describe('updateWorkItem', () => {
  it('writes into the places that the document has', () => {
    const text = '---\nstatus: To Do\nnext: a\n---\n# Send\n';
    assert.equal(
      updated('tasks/a.md', text, 'In Progress', 'Ask Ben'),
      '---\nstatus: In Progress\nnext: Ask Ben\n---\n# Send\n',
    );
    const labels = '# Send\n\n**Status:** To Do\n\n## Next steps\n\n- [x] One\n- [ ] Two\n';
    assert.equal(
      updated('tasks/a.md', labels, 'Blocked', 'Ask Ben'),
      '# Send\n\n**Status:** Blocked\n\n## Next steps\n\n- [ ] Ask Ben\n- [x] One\n- [ ] Two\n',
    );
  });

  it('keeps the quotes and the comment of a value, and refuses where a comment would be lost', () => {
    const yaml = "---\nstatus: 'To Do' # of three\nnext: a # soon\n---\n# Send\n";
    assert.equal(
      updated('tasks/a.md', yaml, 'In Progress', 'Ask Ben'),
      "---\nstatus: 'In Progress' # of three\nnext: Ask Ben # soon\n---\n# Send\n",
    );
    const toml = "+++\nstatus = 'todo' # of three\n+++\n# Send\n";
    assert.equal(updated('tasks/a.md', toml, "Won't do", null), '+++\nstatus = "Won\'t do" # of three\n+++\n# Send\n');
    const block = '---\nstatus: open\nnext: >\n  a\n  b\n---\n# Send\n';
    assert.equal(updated('tasks/a.md', block, null, 'Ask Ben'), '---\nstatus: open\nnext: Ask Ben\n---\n# Send\n');
    const list = '+++\nstatus = [ "todo", # first\n "b" ]\n+++\n# Send\n';
    assert.throws(() => updated('tasks/a.md', list, 'Done', null), /has no place where its status could be changed/);
  });

  it('quotes what YAML would take for more than words', () => {
    const text = '---\nstatus: To Do\n---\n# Send\n';
    assert.equal(updated('tasks/a.md', text, 'Blocked: by #3', null), '---\nstatus: "Blocked: by #3"\n---\n# Send\n');
  });

  it('changes nothing that is to stay', () => {
    assert.deepEqual(
      updateWorkItem(readDocument('a.md', '# Send\n\nStatus: To Do\n'), { status: null, nextAction: null }),
      [],
    );
  });

  it('says so where nothing that is written there would be read', () => {
    const { path, text } = fixture('title-status.md');
    assert.throws(
      () => updated(path, text, 'In Progress', null),
      /^Error: title-status\.md has no place where its status/,
    );
  });

  for (const { path, text } of fixtures.filter(isOpenWork).filter(({ path }) => path !== 'title-status.md')) {
    it(`is read back from ${path}`, () => {
      const after = updated(path, text, 'In Progress', 'Ask Ben for $5 {now}');
      assert.equal(checkDocument({ path, text: after }, defaultSettings).status, 'In Progress');
      assert.ok(
        quoteWorkItem(readDocument(path, after)).nextActions.some((quote) => quote.text === 'Ask Ben for $5 {now}'),
      );
    });
  }
});
