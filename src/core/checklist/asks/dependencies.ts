import type { Ask } from '../gap-rule.ts';
import { groundsForDependencies } from '../grounds/dependencies.ts';
import { addFact } from '../mending/add-fact.ts';
import { addSection } from '../mending/add-section.ts';
import { mendGap } from '../mending/mend-gap.ts';
import { styleOf } from '../mending/style.ts';
import { emptyDependencySections } from '../points/dependencies.ts';

const prompt = `\${1:[Who or what this waits on and since when, or None]}`;

export const dependenciesAsk: Ask = {
  judgementIn: ({ dependencies }) => dependencies,
  reason: 'Name what has to happen first, or write "none", so that nobody starts work that cannot go on.',
  // Of blocked work it is asked more loudly.
  unless: 'blocked-by-nothing',
  grounds: groundsForDependencies,
  mend: ({ item, judgements: { dependencies } }) => {
    const filled = mendGap(item, dependencies, `- ${prompt}`);
    if (filled) return filled;
    const style = styleOf(item);
    // Not into front matter: the tool that reads it may want a list of ids there.
    return dependencies.gap?.kind === 'absent' && (style === 'table' || style === 'labels')
      ? addFact(item, 'Dependencies', 'dependencies', prompt)
      : addSection(item, 'Dependencies', `- ${prompt}`, 'end', emptyDependencySections(item));
  },
};
