import { substanceOf, textOf } from '../../document/substance.ts';
import { sectionsOf, type WorkItem } from '../../document/work-item.ts';
import type { DependenciesKind } from '../../report.ts';
import { isPlaceholder, isStatedNone } from '../../vocabulary/lookup.ts';
import { type Judgement, metBy, metBySection, unmet } from '../judgement.ts';

export interface DependenciesJudgement extends Judgement {
  readonly kind: DependenciesKind;
}

/** Point 4: dependencies on other people or tasks are listed, or it is stated that there are none. */
export function judgeDependencies(item: WorkItem): DependenciesJudgement {
  const { document } = item;
  const fields = document.fields.filter((found) => found.roles.includes('dependencies'));
  const sections = sectionsOf(document, 'dependencies').map((section) => ({
    section,
    ...substanceOf(document, section),
  }));
  const listed = fields.find((found) => !isPlaceholder(found.value) && !isStatedNone(found.value));
  if (listed) return { ...metBy(item, listed.valueRange), kind: 'listed' };
  const saying = sections.filter(({ first }) => first !== null);
  for (const { section, first } of saying) {
    if (first && !isStatedNone(textOf(document, first.range)))
      return { ...metBySection(item, section, first), kind: 'listed' };
  }
  const none = fields.find((found) => isStatedNone(found.value));
  if (none) return { ...metBy(item, none.valueRange), kind: 'none-stated' };
  for (const { section, first } of saying)
    if (first) return { ...metBySection(item, section, first), kind: 'none-stated' };
  const [empty] = fields;
  if (empty) {
    return {
      verdict: 'unmet',
      range: empty.range,
      evidence: `"${empty.label}" is empty, which may mean that nobody has thought of it.`,
      kind: 'empty-default',
    };
  }
  const place = unmet(
    item,
    sections.map(({ section }) => section),
    'Nothing says whether this work waits on anybody or anything.',
  );
  return { ...place, kind: 'absent' };
}
