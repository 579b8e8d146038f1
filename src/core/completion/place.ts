import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** What could be written at a place of a work item. */
export interface CompletionPlace {
  readonly wants: 'key' | 'value' | 'status' | 'person' | 'work-item' | 'path';
  /** How it is written there: as YAML, as text, as what begins with that mark, or as the rest of an id. */
  readonly syntax: 'yaml' | 'text' | '@' | '#' | '[[' | 'id';
  /** The front matter key that a value is for; empty elsewhere. */
  readonly key: string;
  /** What has been typed of it; it ends at the cursor. */
  readonly typed: string;
  /** What of it follows the cursor, in UTF-16 code units. */
  readonly rest: number;
  /** What has to follow it. */
  readonly closing: string;
}

/** What stands on the cursor's line before and after it. */
interface Line {
  readonly before: string;
  readonly after: string;
}

/** In UTF-16 code units; where something is to be filled in, lines are short. */
const longestLine = 300;

/**
 * Finds out what could be written at `offset`; null where nothing of ours could, as in most of a sentence.
 * Looks no further than at the line, unless that could be the place for something: it is asked at every space.
 */
export function completionPlace(text: string, offset: number, vocabulary: Vocabulary): CompletionPlace | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = { before: text.slice(start, offset), after: /[^\r\n]*/y.exec(text.slice(offset))?.[0] ?? '' };
  if (line.before.length > longestLine) return null;
  const above = text.slice(0, start);
  if (isInFrontMatter(above, text.slice(start))) return inFrontMatter(line, above, vocabulary);
  const place = inBody(line, above, vocabulary);
  return place && !isInFence(above) ? place : null;
}

function isInFrontMatter(above: string, below: string): boolean {
  if (!/^---[ \t]*\r?\n/.test(above)) return false;
  const closing = /^(?:---|\.\.\.)[ \t]*$/m;
  const inside = above.slice(above.indexOf('\n') + 1);
  if (closing.test(inside)) return false;
  // While it is written it has no end yet; its lines tell it from a text below a rule.
  return closing.test(below) || inside.split(/\r?\n/).every(isYamlLine);
}

const isYamlLine = (line: string): boolean => /^\s*(?:[-#]|$)/.test(line) || keyLine.test(line.trimStart());

const keyLine = /^(?:"([^"]+)"|'([^']+)'|([A-Za-z_][\w -]{0,60}?))[ \t]*:(?=\s|$)/;
const nameIn = (key: RegExpExecArray): string => key[1] ?? key[2] ?? key[3] ?? '';

function inFrontMatter({ before, after }: Line, above: string, vocabulary: Vocabulary): CompletionPlace | null {
  if (/^(?:[A-Za-z_][\w-]*)?$/.test(before)) {
    const rest = /^[\w-]*/.exec(after)?.[0].length ?? 0;
    const closing = after.startsWith(':', rest) ? '' : ': ';
    return { wants: 'key', syntax: 'yaml', key: '', typed: before, rest, closing };
  }
  const key = keyLine.exec(before);
  const entry = /^[ \t]*-[ \t]+/.exec(before);
  const name = key ? nameIn(key) : entry ? keyAbove(above) : '';
  const value = before.slice((key ?? entry)?.[0].length ?? 0);
  if (name === '' || (key && !/^\s/.test(value)) || / #/.test(value)) return null;
  const rest = (/^[^,\]#"']*/.exec(after)?.[0] ?? '').trimEnd().length;
  const wanted = wantedBy(name, vocabulary);
  // In the body VS Code completes paths, in links.
  const wants = wanted === 'value' && vocabulary.rolesOfLabel(name).includes('resources') ? 'path' : wanted;
  return { wants, syntax: 'yaml', key: name, typed: lastOf(value), rest, closing: '' };
}

/** The key that the list at the end of these lines belongs to; empty where there is none. */
function keyAbove(above: string): string {
  const lines = above.split(/\r?\n/);
  const owner = lines.findLast((line) => !/^[ \t]*(?:-[ \t]|#|$)/.test(line)) ?? '';
  const key = keyLine.exec(owner);
  return key && owner.slice(key[0].length).trim() === '' ? nameIn(key) : '';
}

/** The last one of several values, as far as it is typed. */
const lastOf = (values: string): string => /[^,[]*$/.exec(values)?.[0].trimStart() ?? '';

/** Labels beside those of dependencies whose values are work items. */
const relations: ReadonlySet<string> = new Set(['parent', 'parent task', 'parent task id', 'epic', 'related']);

function wantedBy(label: string, vocabulary: Vocabulary): 'status' | 'person' | 'work-item' | 'value' {
  const roles = vocabulary.rolesOfLabel(label);
  if (roles.includes('status')) return 'status';
  if (roles.includes('owner')) return 'person';
  const isRelation = relations.has(label.toLowerCase().replace(/[_-]/g, ' '));
  return isRelation || roles.includes('dependencies') ? 'work-item' : 'value';
}

const wikiLink = /\[\[([^[\]|#]{0,60})$/;
const person = /(?<![^\s(,:[|])@[\w.-]{0,40}$/;
const number = /(?<![\w#/.])#\d{0,7}$/;
/** Here `#` makes a heading, or numbers what follows. */
const numbersItem = /^\s*(?:(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?)?#\d*$/;
const idPrefix = /(?<![\w./\\@#-])[A-Za-z]{1,20}(?:[-_]\d{0,7}|\d{1,7})$/;
/** `**Label:** value`, `Label: value`, `- Label: value`, `| Label | value`. */
const labelled =
  /^[\s>]*(?:[-*+] )?(?:(\*\*|__)([^*_:]{2,40})(?::\1|\1\s*:)|([\p{L}][^:|*`[\]]{0,40}?):|\|\s*([^|]{2,40}?)\s*\|)[ \t]+([^|]*)$/u;
const listItem = /^\s*[-*+]\s+(?:\[[ xX]\]\s+)?([^\s[]{0,40})$/;

function inBody({ before, after }: Line, above: string, vocabulary: Vocabulary): CompletionPlace | null {
  const place = { key: '', rest: 0, closing: '' };
  const wiki = wikiLink.exec(before);
  if (wiki) {
    const closing = after.startsWith(']]') ? '' : ']]';
    return { ...place, wants: 'work-item', syntax: '[[', typed: wiki[1] ?? '', closing };
  }
  const mention = person.exec(before);
  if (mention) return { ...place, wants: 'person', syntax: '@', typed: mention[0] };
  const hash = numbersItem.test(before) ? null : number.exec(before);
  if (hash) return { ...place, wants: 'work-item', syntax: '#', typed: hash[0] };
  const id = idPrefix.exec(before);
  if (id) return { ...place, wants: 'work-item', syntax: 'id', typed: id[0] };
  const label = labelled.exec(before);
  const wants = label && wantedBy(label[2] ?? label[3] ?? label[4] ?? '', vocabulary);
  if (label && wants && wants !== 'value') {
    const value = label[5] ?? '';
    if (wants !== 'status') return { ...place, wants, syntax: 'text', typed: lastOf(value) };
    return { ...place, wants, syntax: 'text', typed: value, rest: after.replace(/\|.*$/, '').trimEnd().length };
  }
  const item = listItem.exec(before);
  return item && vocabulary.rolesOfHeading(headingAbove(above)).includes('dependencies')
    ? { ...place, wants: 'work-item', syntax: 'text', typed: item[1] ?? '' }
    : null;
}

/** The heading below which a line stands, or the label that does the work of one; empty without one. */
function headingAbove(above: string): string {
  for (let end = above.length; end > 0; ) {
    const start = above.lastIndexOf('\n', end - 2) + 1;
    const heading = /^(?:#{1,6} +(\S.*?)|\*\*([^*]{2,60}?):?\*\*:?)\s*$/.exec(above.slice(start, end));
    if (heading) return heading[1] ?? heading[2] ?? '';
    end = start;
  }
  return '';
}

/** Whether a fence is open at the end of these lines. */
function isInFence(above: string): boolean {
  let open = '';
  for (const [, marks = ''] of above.matchAll(/^ {0,3}(`{3,}|~{3,})/gm)) {
    if (open === '') open = marks;
    else if (marks.startsWith(open)) open = '';
  }
  return open !== '';
}
