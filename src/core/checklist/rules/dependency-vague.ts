import { type DependencyEntry, fieldEntries, sectionEntries } from '../../document/dependency-entries.ts';
import type { MarkdownDocument } from '../../document/document.ts';
import { textOf } from '../../document/substance.ts';
import type { WorkItem } from '../../document/work-item.ts';
import { type TextRange, trimMarksEnd } from '../../text.ts';
import { nameAlone, othersAlone, waitAlone, whoAlone } from '../../vocabulary/dependencies.ts';
import { bareText } from '../../vocabulary/lookup.ts';
import type { DependenciesJudgement } from '../points/dependencies.ts';
import type { Fault, Rule } from '../rule.ts';

export const dependencyVague: Rule = {
  id: 'dependency-vague',
  title: 'A dependency says who is needed, and what for.',
  severity: 'information',
  openOnly: true,
  find: ({ item, judgements: { dependencies } }) => {
    const entries: Entry[] = [...fieldEntries(item.document), ...sectionEntries(item.document)].map(toEntry);
    entries.push(...statusEntry(item, dependencies));
    if (entries.length === 0) return [];
    // A section within another one says more of its entries.
    const byPlace = new Map(entries.map((entry) => [entry.range.start, entry]));
    return [...byPlace.values()].flatMap((entry) => faultOf(item.document, entry));
  },
  mend: ({ item: { document, statuses } }, { range, message }) => {
    // A status stays short, and YAML takes no second colon.
    if (range.start < document.bodyStart || statuses.some((status) => status.range.start === range.start)) return null;
    const at = range.start + trimMarksEnd(textOf(document, range), '.!').length;
    const prompt = message.startsWith('Nothing says who') ? 'from whom, and since when' : 'what for, and since when';
    return {
      title: `Add ${prompt}`,
      edits: [{ range: { start: at, end: range.end }, snippet: `: \${1:[${prompt}]}` }],
    };
  },
};

/** What is said, and what its label says before it. */
interface Entry {
  readonly range: TextRange;
  readonly lead: string;
}

/** A list such as `blocked_by: [legal]` in front matter may hold the names of work items. */
const toEntry = ({ range, lead, inFrontMatter }: DependencyEntry): Entry => ({
  range,
  lead: inFrontMatter && lead.startsWith('blocked') ? '' : lead,
});

/** The status where it says what blocks the work, and nothing else does. */
function statusEntry({ document, statuses: [stated] }: WorkItem, dependencies: DependenciesJudgement): Entry[] {
  if (!stated || document.vocabulary.statusKind(stated.value) !== 'blocked') return [];
  const own = document.blocks.findLast(({ range }) => range.start <= stated.range.start);
  const isListed = dependencies.kind === 'listed' && dependencies.range.start !== own?.range.start;
  return isListed ? [] : [{ range: stated.range, lead: '' }];
}

/** What an entry below a plain label holds that says too little; most hold none of it. */
const hint = /@|team|wait|block|held|pending|depend|need|external|upstream|third|other/i;

/** In UTF-16 code units; a longer text says what it is about. */
const longest = 100;

function faultOf(document: MarkdownDocument, { range, lead }: Entry): Fault[] {
  const source = textOf(document, range);
  if (source.length > longest || (lead === '' && !hint.test(source))) return [];
  // "Blocked (legal)", "Blocked: legal"
  const text = lead + bareText(source).replace(/^blocked\s*[:(–—-]+\s*([^()]*)\)?$/i, 'blocked by $1');
  const who = whoAlone.exec(text) ?? nameAlone.exec(text);
  if (who) {
    const name = who[1] ?? who[2] ?? '';
    if (isNamedElsewhere(document, name, range)) return [];
    return [
      {
        range,
        message: `This says who is needed ("${name}"), but not what for. Write what they are to do or to decide, and since when, so that somebody else can ask them or see that it has come.`,
      },
    ];
  }
  if (!waitAlone.test(text) && !othersAlone.test(text)) return [];
  return [
    {
      range,
      message:
        'Nothing says who this waits on. Name the person, the team or the work, and since when, so that somebody else can ask or see that it has come.',
    },
  ];
}

/** Whether the text tells more of them at another place. */
function isNamedElsewhere({ text, bodyStart }: MarkdownDocument, who: string, { start, end }: TextRange): boolean {
  const name = who.replace(/^@/, '');
  return text.slice(Math.max(bodyStart, end)).includes(name) || text.slice(bodyStart, start).includes(name);
}
