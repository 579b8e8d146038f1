import type { creator as recommendedPreset } from '@secretlint/secretlint-rule-preset-recommend';
import { secretPatterns } from './secret-patterns.ts';

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

/** Takes the secrets out of texts that are on their way into a note. */
export async function redactTexts(texts: readonly string[]): Promise<Redacted[]> {
  const secrets = await Promise.all([...new Set(texts)].map(async (text) => [text, await secretsIn(text)] as const));
  const byText = new Map(secrets);
  return texts.map((text) => withoutSecrets(text, byText.get(text) ?? []));
}

async function secretsIn(text: string): Promise<Secret[]> {
  const own = secretPatterns.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].map((match): Secret => {
      const secret = match[1] ?? match[0];
      const start = match.index + match[0].lastIndexOf(secret);
      return { start, end: start + secret.length, kind };
    }),
  );
  return [...own, ...(await secretlintFindings(text))];
}

async function secretlintFindings(text: string): Promise<Secret[]> {
  // Loaded when first needed: its rules are a large part of the bundle.
  const [{ lintSource }, { creator }] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
  ]);
  const result = await lintSource({
    source: { filePath: 'text', content: text, contentType: 'text' },
    options: { noPhysicFilePath: true, config: { rules: [{ id: creator.meta.id, rule: heedless(creator) }] } },
  });
  return result.messages.map(({ range: [start, end], ruleId }) => ({
    start,
    end,
    kind: `secret (${ruleId.replace('@secretlint/secretlint-rule-', '')})`,
  }));
}

/** The preset without the rule that obeys `secretlint-disable` comments: the text that we look at must not switch us off. */
function heedless(preset: typeof recommendedPreset): typeof recommendedPreset {
  return {
    ...preset,
    create(context, options) {
      preset.create(
        {
          ...context,
          registerRule(rule, descriptor) {
            if (rule.meta.id !== '@secretlint/secretlint-rule-filter-comments') context.registerRule(rule, descriptor);
          },
        },
        options,
      );
    },
  };
}

function withoutSecrets(text: string, secrets: readonly Secret[]): Redacted {
  if (secrets.length === 0) return { text, kinds: [] };
  let redacted = '';
  let at = 0;
  for (const { start, end } of secrets.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    if (start >= at) redacted += text.slice(at, start) + heldBackMark;
    at = end;
  }
  return { text: redacted + text.slice(at), kinds: [...new Set(secrets.map(({ kind }) => kind))] };
}
