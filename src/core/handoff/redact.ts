import { randomWord, type SecretPattern, secretPatterns } from './secret-patterns.ts';

/** What stands in a text where a secret stood. */
export const heldBackMark = '[held back]';

export interface Redacted {
  readonly text: string;
  /** What kinds of secrets were taken out; empty when the text is as it was. */
  readonly kinds: readonly string[];
}

interface Secret {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

/** How many texts of one line are looked through at once. */
const textsAtOnce = 200;

/** Takes the secrets out of texts that are on their way into a note; their lines stay. */
export async function redactTexts(texts: readonly string[]): Promise<Redacted[]> {
  // Loaded when first needed: the rules are a large part of the bundle.
  const { creator } = await import('@secretlint/secretlint-rule-preset-recommend');
  const rules = rulesOf(creator as Preset);
  const redacted: Redacted[] = [];
  for (let at = 0; at < texts.length; at += textsAtOnce) {
    const some = texts.slice(at, at + textsAtOnce);
    // Nearly all texts are short and hold no secret. A NUL between them belongs to none, and is no white space.
    const lines = new Set(some.filter((text) => !/[\r\n]/.test(text)));
    const clean = lines.size > 1 && (await secretsIn(rules, [...lines].join('\n\0\n'))).length === 0;
    for (const text of some) {
      const secrets = clean && lines.has(text) ? [] : await secretsIn(rules, text);
      redacted.push(withoutSecrets(text, secrets));
    }
  }
  return redacted;
}

async function secretsIn(rules: readonly Rule[], text: string): Promise<Secret[]> {
  const known = [
    ...secretPatterns.flatMap((pattern) => matchesOf(pattern, text)),
    ...(await secretlintFindings(rules, text)),
  ];
  const isKnown = ({ start, end }: Secret) => known.some((secret) => secret.start < end && start < secret.end);
  return [...known, ...matchesOf(randomWord, text).filter((secret) => !isKnown(secret))];
}

function matchesOf({ kind, pattern }: SecretPattern, text: string): Secret[] {
  return [...text.matchAll(pattern)].map((match) => {
    const secret = match[1] ?? match[0];
    const start = match.index + match[0].lastIndexOf(secret);
    return { start, end: start + secret.length, kind };
  });
}

/** What we use of secretlint's rule API, as in @secretlint/types 12. */
interface Rule {
  readonly meta: { readonly id: string };
  create(context: RuleContext, options: object): { file?(source: Source): void | Promise<void> };
}

interface RuleContext {
  readonly sharedOptions: object;
  createTranslator(): (messageId: string, data?: unknown) => object;
  report(finding: { readonly range: readonly [start: number, end: number] }): void;
  ignore(): void;
}

interface Source {
  readonly content: string;
  readonly filePath: string;
  readonly contentType: 'text';
  readonly ext: string;
  readonly hasBOM: boolean;
}

interface Preset {
  create(context: { readonly sharedOptions: object; registerRule(rule: Rule): void }, options: object): void;
}

function rulesOf(preset: Preset): Rule[] {
  const rules: Rule[] = [];
  preset.create({ sharedOptions: {}, registerRule: (rule) => void rules.push(rule) }, {});
  return rules;
}

/**
 * Runs secretlint's rules. Not through @secretlint/core: its profiler keeps two marks a rule and text for ever and
 * searches them all each time, so that 3,000 texts take 24 s.
 */
async function secretlintFindings(rules: readonly Rule[], text: string): Promise<Secret[]> {
  const secrets: Secret[] = [];
  for (const rule of rules) {
    const kind = rule.meta.id.replace('@secretlint/secretlint-rule-', '');
    const handler = rule.create(
      {
        sharedOptions: {},
        createTranslator: () => (messageId, data) => ({ messageId, message: '', data }),
        report: ({ range: [start, end] }) => secrets.push({ start, end, kind }),
        // What `secretlint-disable` comments ask for: a text must not switch us off.
        ignore: () => {},
      },
      {},
    );
    // The rules of the preset look at nothing but the content and the name.
    await handler.file?.({ content: text, filePath: 'text', contentType: 'text', ext: '', hasBOM: false });
  }
  return secrets;
}

function withoutSecrets(text: string, secrets: readonly Secret[]): Redacted {
  if (secrets.length === 0) return { text, kinds: [] };
  let redacted = '';
  let at = 0;
  for (const { start, end } of secrets.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    if (start >= at) redacted += text.slice(at, start) + heldBackMark;
    redacted += text.slice(Math.max(start, at), end).replace(/[^\r\n]+/g, '');
    at = end;
  }
  return { text: redacted + text.slice(at), kinds: [...new Set(secrets.map(({ kind }) => kind))] };
}
