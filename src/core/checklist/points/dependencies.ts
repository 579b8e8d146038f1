import type { Section } from '../../document/sections.ts';
import { substanceOf, textOf } from '../../document/substance.ts';
import type { WorkItem } from '../../document/work-item.ts';
import type { DependenciesKind } from '../../report.ts';
import {
  blocksOthers,
  libraries,
  namesWork,
  proseDependency,
  proseHint,
  proseNone,
  runtimeHeading,
  standsAlone,
} from '../../vocabulary/dependencies.ts';
import { bareText, isPlaceholder, isStatedNone } from '../../vocabulary/lookup.ts';
import { type Judgement, metBy, metBySection, placeholderField, unmet, unmetAt } from '../judgement.ts';

export interface DependenciesJudgement extends Judgement {
  readonly kind: DependenciesKind;
}

/** Point 4: dependencies on other people or tasks are listed, or it is stated that there are none. */
export function judgeDependencies(item: WorkItem): DependenciesJudgement {
  const { document } = item;
  const fields = document.fields.filter((found) => found.roles.includes('dependencies'));
  const listed = fields.find((found) => !isPlaceholder(found.value) && !isStatedNone(found.value));
  if (listed) return ofKind('listed', metBy(item, listed.valueRange));
  const sections = dependencySections(item);
  for (const { section, first } of sections) {
    if (first && !isStatedNone(textOf(document, first.range)))
      return ofKind('listed', metBySection(item, section, first));
  }
  const none = fields.find((found) => isStatedNone(found.value));
  if (none) return ofKind('none-stated', metBy(item, none.valueRange));
  for (const { section, first } of sections)
    if (first) return ofKind('none-stated', metBySection(item, section, first));
  const prose = inProse(item);
  if (prose) return prose;
  // What waits on this work is asked for last.
  const empty = fields.find(({ label }) => !blocksOthers.test(label)) ?? fields[0];
  if (empty)
    return ofKind(
      'empty-default',
      bareText(empty.value) === ''
        ? unmetAt('empty', empty.range, `"${empty.label}" is empty, which may mean that nobody has thought of it.`)
        : unmetAt('placeholder', empty.range, placeholderField(empty)),
    );
  const place = unmet(
    item,
    'dependencies',
    sections.map(({ section }) => section),
    'Nothing says whether this work waits on anybody or anything.',
  );
  return ofKind('absent', place);
}

/** No spread: that of a judgement takes as long as making it. */
const ofKind = (kind: DependenciesKind, { verdict, range, evidence, gap }: Judgement): DependenciesJudgement => ({
  verdict,
  range,
  evidence,
  gap,
  kind,
});

/**
 * The sections on dependencies with what they say.
 * One on risks as well ("Risks / Dependencies"), or on libraries, counts only where it names work or people; one on services that a running system needs does not.
 */
function dependencySections({ document }: WorkItem) {
  let runtimeEnd = 0;
  if (!document.sections.some(({ roles }) => roles.includes('dependencies'))) return [];
  return document.sections.flatMap((section) => {
    if (runtimeHeading.test(section.title)) runtimeEnd = Math.max(runtimeEnd, section.to);
    if (!section.roles.includes('dependencies') || section.from <= runtimeEnd) return [];
    const { first } = substanceOf(document, section);
    if (!first || isStatedNone(textOf(document, first.range))) return [{ section, first }];
    const named = document.blocks
      .slice(section.from, section.to)
      .find(({ kind, range }) => kind !== 'heading' && kind !== 'html' && namesWork.test(textOf(document, range)));
    const doubtful = section.roles.includes('none') || libraries.test(textOf(document, first.range));
    return doubtful && !named ? [] : [{ section, first: named ?? first }];
  });
}

/** The sections on dependencies that say nothing yet. */
export function emptyDependencySections(item: WorkItem): Section[] {
  return dependencySections(item).flatMap(({ section, first }) => (first ? [] : [section]));
}

/** A sentence such as "Depends on #12" or "This has no dependencies". */
function inProse(item: WorkItem): DependenciesJudgement | null {
  const { document } = item;
  let hint = -1;
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'item') continue;
    if (hint < block.range.start) {
      proseHint.lastIndex = block.range.start;
      hint = proseHint.exec(document.text)?.index ?? document.text.length;
    }
    if (hint >= block.range.end) continue;
    const text = textOf(document, block.range).replaceAll('**', '');
    const none = standsAlone.test(bareText(text)) || proseNone.test(text);
    const kind = proseDependency.test(text) ? 'listed' : none ? 'none-stated' : null;
    if (kind) return ofKind(kind, metBy(item, block.range));
  }
  return null;
}
