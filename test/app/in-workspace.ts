import assert from 'node:assert/strict';
import { checkDocuments, checkTogether } from '../../src/app/check-documents.ts';
import { createLookout } from '../../src/app/surroundings.ts';
import { checkDocument } from '../../src/core/checklist/check-document.ts';
import { fixWorkspaceFinding, workspaceFindings } from '../../src/core/checklist/check-workspace.ts';
import type { Surroundings } from '../../src/core/checklist/workspace-rule.ts';
import { createGraph } from '../../src/core/graph/graph.ts';
import type { DocumentReport, Finding } from '../../src/core/report.ts';
import { applied, settings } from '../core/checklist/apply-fix.ts';
import { type MemoryFiles, memoryFiles, ref } from '../fakes/memory-files.ts';
import { unknownFreshness } from '../fakes/no-git.ts';

/** Texts by path; each markdown file is a work item. */
export type Contents = Readonly<Record<string, string>>;

const warn = (message: string): void => assert.fail(message);

/** What the workspace rule finds in `a.md`. */
export async function findings(rule: string, contents: Contents, complete = true): Promise<readonly Finding[]> {
  const { reports, files } = await check(contents);
  const together = await checkTogether(files, '/w', reports, settings, { complete, freshness: unknownFreshness, warn });
  const report = together.find(({ path }) => path === 'a.md');
  assert.ok(report);
  return report.findings.filter((finding) => finding.rule === rule);
}

/** Lines, counted from 1, and the first sentences of what the workspace rule finds in `a.md`. */
export async function found(rule: string, contents: Contents, complete = true): Promise<string[]> {
  return (await findings(rule, contents, complete)).map(
    ({ range, message }) => `${range.start.line + 1} ${message.split('. ')[0]}`,
  );
}

/** The text of the work item at `path` after the fixes of all that the workspace rule finds there. */
export async function fixed(rule: string, contents: Contents, path = 'a.md'): Promise<string> {
  const around = await surroundings(contents, path);
  const edits = workspaceFindings(around, {})
    .filter((finding) => finding.rule === rule && finding.fixable)
    .flatMap(({ range }) => fixWorkspaceFinding(around, {}, rule, range.start)?.edits ?? []);
  return applied(contents[path] ?? '', { title: '', edits }, (prompt) => prompt);
}

/** What stands around the work item at `path`. */
export async function surroundings(contents: Contents, path = 'a.md'): Promise<Surroundings> {
  const { reports, files } = await check(contents);
  const graph = createGraph();
  for (const report of reports) graph.set({ key: `/w/${report.path}`, folder: '/w', report });
  const item = graph.get(`/w/${path}`);
  assert.ok(item);
  return createLookout({
    files,
    graph,
    isComplete: () => true,
    freshness: unknownFreshness,
    openText: () => undefined,
    warn,
  }).around(item);
}

async function check(contents: Contents): Promise<{ files: MemoryFiles; reports: readonly DocumentReport[] }> {
  const files = memoryFiles(contents);
  const documents = Object.keys(contents).filter((path) => path.endsWith('.md'));
  const { reports } = await checkDocuments(files, documents.map(ref), settings, checkDocument);
  return { files, reports };
}
