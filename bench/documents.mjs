import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const words =
  'export invoice customer retry queue report session token account import nightly timeout schedule currency address search index cache mobile banner upload payment webhook ledger archive user team region service metric audit backup deploy feature toggle partner rate limit nullable field column table legacy parser client server response request page form button error message state change owner review'.split(
    ' ',
  );

/** A seeded generator of numbers from 0 to 1 (mulberry32), so that every run makes the same documents. */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function writer(next) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  const between = (low, high) => low + Math.floor(next() * (high - low + 1));
  const phrase = (low, high) => Array.from({ length: between(low, high) }, () => pick(words)).join(' ');
  const sentence = () => {
    const text = phrase(8, 18);
    const tail =
      next() < 0.2
        ? ` in \`src/${pick(words)}/${pick(words)}.ts\``
        : next() < 0.1
          ? ` (see [notes](../notes/${pick(words)}.md))`
          : '';
    return `${text[0].toUpperCase()}${text.slice(1)}${tail}.`;
  };
  const paragraph = () => Array.from({ length: between(2, 6) }, sentence).join(' ');
  const list = (mark, low, high) =>
    Array.from({ length: between(low, high) }, (_, at) => `${mark(at)}${sentence()}`).join('\n');
  const boxes = (low, high) => list(() => (next() < 0.4 ? '- [x] ' : '- [ ] '), low, high);
  const code = () =>
    `\`\`\`ts\n${Array.from({ length: between(4, 12) }, () => `const ${pick(words)} = ${pick(words)}(${pick(words)});`).join('\n')}\n\`\`\``;
  const title = () => phrase(3, 8).replace(/^./, (letter) => letter.toUpperCase());
  return { pick, between, sentence, paragraph, list, boxes, code, title };
}

const dialects = {
  /** Front matter and marked sections, as Backlog.md writes them. */
  backlog: (w, id) => `---
id: TASK-${id}
title: '${w.title()}'
status: ${w.pick(['To Do', 'In Progress', 'Done', 'Done'])}
assignee: ['@${w.pick(words)}']
created_date: '2026-01-1${w.between(0, 9)} 09:00'
labels: [${w.pick(words)}, ${w.pick(words)}]
dependencies: [${w.pick(['', `TASK-${w.between(1, 900)}`])}]
---

## Description

${w.paragraph()}

${w.paragraph()}

## Acceptance Criteria
<!-- AC:BEGIN -->
${w.list((at) => `- [ ] #${at + 1} `, 3, 7)}
<!-- AC:END -->

## Implementation Plan

${w.list((at) => `${at + 1}. `, 3, 8)}

## Implementation Notes

${w.paragraph()}

${w.code()}
`,
  /** Bold labels below the title, as in story files. */
  story: (w, id) => `# Story ${w.between(1, 20)}.${id}: ${w.title()}

**Status:** ${w.pick(['Draft', 'Approved', 'In Progress', 'Done'])}
**Priority:** P${w.between(0, 3)}
**Depends on:** ${w.pick(['None', `Story ${w.between(1, 20)}.1`])}

## Story

**As a** ${w.pick(words)} owner,
**I want** ${w.sentence()}
**so that** ${w.sentence()}

## Acceptance Criteria

${w.list((at) => `${at + 1}. `, 3, 7)}

## Tasks / Subtasks

${w.boxes(4, 10)}

## Dev Notes

${w.paragraph()}

| File | Change |
| --- | --- |
| \`src/${w.pick(words)}.ts\` | ${w.sentence()} |
| \`src/${w.pick(words)}.ts\` | ${w.sentence()} |

${w.code()}
`,
  /** Headings only. */
  headings: (w) => `# ${w.title()}

## Goal

${w.paragraph()}

## Context

${w.paragraph()}

${w.list(() => '- ', 3, 6)}

## Status

In progress. ${w.sentence()}

## Next steps

${w.list((at) => `${at + 1}. `, 2, 5)}

## Dependencies

${w.list(() => '- ', 1, 3)}

## Definition of done

${w.boxes(3, 6)}

${w.paragraph()}
`,
  /** A long proposal with a table of metadata. */
  proposal: (w) => `# ${w.title()}

| Metadata | |
| :-- | :-- |
| Point of contact | @${w.pick(words)} |
| Status | ${w.pick(['Proposed', 'Accepted', 'Completed'])} |
| Tracking issue | [org/repo#${w.between(1, 900)}] |

## Summary

${w.paragraph()}

## Motivation

### The status quo

${w.paragraph()}

${w.paragraph()}

### The next steps

${w.list(() => '* ', 3, 6)}

## Design axioms

${w.list(() => '* ', 2, 5)}

## Ownership and team asks

| Task | Owner |
| --- | --- |
| ${w.sentence()} | @${w.pick(words)} |

${w.paragraph()}

${w.code()}

${w.paragraph()}

[org/repo#1]: https://example.com/${w.pick(words)}
`,
  /** No work item. */
  guide: (w) => `# ${w.title()}

${w.paragraph()}

## Installation

${w.code()}

## Usage

${w.paragraph()}

${w.code()}

${w.list(() => '- ', 3, 8)}

## Configuration

${w.paragraph()}

## License

MIT
`,
};

/**
 * Writes `count` task docs of the shape that real ones have below `folder`, a hundred to a folder.
 * @returns their size in bytes.
 */
export function writeDocuments(folder, count) {
  const next = random(20260101);
  const w = writer(next);
  const kinds = Object.keys(dialects);
  let bytes = 0;
  for (let at = 0; at < count; at++) {
    const kind = kinds[at % kinds.length];
    let text = dialects[kind](w, at + 1);
    while (text.length < 1500 + next() * 3600)
      text += `\n## ${w.title()}\n\n${w.paragraph()}\n\n${w.list(() => '- ', 2, 5)}\n`;
    const path = join(folder, `${Math.floor(at / 100)}`, `${kind}-${at + 1}.md`);
    if (at % 100 === 0) mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    bytes += Buffer.byteLength(text);
  }
  // What the documents link to.
  mkdirSync(join(folder, 'notes'), { recursive: true });
  for (const word of new Set(words)) writeFileSync(join(folder, 'notes', `${word}.md`), `# Notes on ${word}\n`);
  return bytes;
}
