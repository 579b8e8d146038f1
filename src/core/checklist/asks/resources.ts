import { sectionsOf } from '../../document/sections.ts';
import type { Ask } from '../gap-rule.ts';
import { groundsForResources } from '../grounds/resources.ts';
import { addSection } from '../mending/add-section.ts';
import { mendGap } from '../mending/mend-gap.ts';

// Not one stop around the link: a bracket that is typed over a selection stands around it.
const prompt = `- [\${1:what it is}](\${2:path or address})`;

export const resourcesAsk: Ask = {
  judgementIn: ({ resources }) => resources,
  reason: 'Link what the work needs, or say that it needs nothing, so that nobody has to wait for you to find it.',
  grounds: groundsForResources,
  mend: ({ item, judgements: { resources } }) =>
    // What leans on "as discussed" may still be true; the link goes beside it.
    (resources.gap?.kind === 'placeholder' ? mendGap(item, resources, prompt) : null) ??
    addSection(item, 'Resources', prompt, 'end', sectionsOf(item.document, 'resources')),
};
