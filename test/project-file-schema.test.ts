import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { projectFileSchema } from '../scripts/project-file-schema.ts';
import { everyRule } from '../src/core/checklist/every-rule.ts';
import { projectFileKeys, readProjectFile } from '../src/core/project-file.ts';
import { severities } from '../src/core/report.ts';
import { labelRoles, longestWord, statusKinds } from '../src/core/team-words.ts';

/** The keywords of JSON schema that ours uses. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: false;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly description?: string;
  readonly examples?: readonly unknown[];
}

const manifest = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'));
const schema = projectFileSchema(manifest) as Schema;

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;
};

/** Whether the value is as the schema says, by the JSON schema validation of draft 7. */
function isValid(value: unknown, { type, properties = {}, ...schema }: Schema): boolean {
  if (type !== undefined && ![type].flat().includes(typeOf(value))) return false;
  if (schema.enum && !schema.enum.includes(value)) return false;
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, items } = schema;
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
  if (typeof value === 'number') return value >= minimum && value <= maximum;
  if (typeof value === 'string')
    return value.length >= minLength && value.length <= maxLength && new RegExp(schema.pattern ?? '', 'u').test(value);
  if (Array.isArray(value)) return items === undefined || value.every((item) => isValid(item, items));
  if (schema.required?.some((key) => !Object.hasOwn(value ?? {}, key))) return false;
  return Object.entries(value ?? {}).every(([key, below]) => {
    const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
    return known ? isValid(below, known) : schema.additionalProperties !== false;
  });
}

/** JSON is YAML. */
const isRead = (content: unknown): boolean => readProjectFile(JSON.stringify(content)).problems.length === 0;

const wrong = fc.constantFrom<unknown>(3, true, false, null, '', [], {}, [''], [3], { a: 1 });
const mostly = (right: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: wrong });
const word = fc.constantFrom('Ziel', 'docs/**', 'Nächste Schritte', 'x'.repeat(longestWord));
const longWord = fc.constant('x'.repeat(longestWord + 1));
const words = fc.oneof(
  { weight: 9, arbitrary: word },
  { weight: 9, arbitrary: fc.array(word) },
  longWord,
  fc.array(longWord),
);
const pattern = fc.constantFrom('docs/**', ['a/*.md', 'b.md'], 'x'.repeat(100));
const someOf = (keys: readonly string[], values: fc.Arbitrary<unknown>) => {
  const key = fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...keys) }, fc.constantFrom('other', 'constructor'));
  return mostly(fc.dictionary(key, mostly(values), { maxKeys: 3 }));
};
const ruleIds = everyRule.map(({ id }) => id);
const member = fc.record(
  {
    name: mostly(fc.constantFrom('Mara', 'Jon', ' ')),
    handle: mostly(fc.constantFrom('mara', '@mara', '@')),
    aliases: mostly(fc.constantFrom<unknown>('M.', ['M.', 'mara@example.com'])),
    timezone: mostly(fc.constantFrom('Europe/Berlin', 'UTC')),
  },
  { requiredKeys: ['name'] },
);
const content = fc.record(
  {
    include: mostly(pattern),
    exclude: mostly(pattern),
    rules: someOf(ruleIds, fc.constantFrom(...severities)),
    labels: someOf(Object.keys(labelRoles), words),
    statuses: someOf(Object.keys(statusKinds), words),
    'stale-after-days': mostly(fc.constantFrom<unknown>(0, 14, 36_500, 36_501, -1, 1.5, '14')),
    handoffs: someOf(['folder'], word),
    team: mostly(
      fc.array(fc.oneof({ weight: 9, arbitrary: member }, fc.constant({ name: 'Mara', other: 'x' }), wrong), {
        maxLength: 1,
      }),
    ),
  },
  { requiredKeys: [] },
);

describe('the schema of the project file', () => {
  it('takes what the project file takes, and nothing else', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: content }, fc.constant({ other: null })), (value) => {
        taken += Number(isRead(value));
        assert.equal(isValid(value, schema), isRead(value));
      }),
      { numRuns: 3000 },
    );
    assert.ok(taken > 200 && taken < 2800, `${taken} of 3000 were taken`);
  });

  it('takes every key, every rule and severity, every label and status', () => {
    assert.deepEqual(Object.keys(schema.properties ?? {}), projectFileKeys);
    const names = (key: string): string[] => Object.keys(schema.properties?.[key]?.properties ?? {});
    assert.deepEqual(
      names('rules'),
      everyRule.map(({ id }) => id),
    );
    assert.deepEqual(names('labels'), Object.keys(labelRoles));
    assert.deepEqual(names('statuses'), Object.keys(statusKinds));
    for (const id of ruleIds)
      for (const severity of severities)
        assert.ok(isValid({ rules: { [id]: severity } }, schema), `${id}: ${severity}`);
  });

  it('describes every key, with examples that can be read', () => {
    const describe = ([name, { description, properties, items }]: [string, Schema]): void => {
      assert.match(description ?? '', /\.$/, name);
      Object.entries(properties ?? items?.properties ?? {}).forEach(describe);
    };
    describe(['the file', schema]);
    for (const [key, { examples = [] }] of Object.entries(schema.properties ?? {})) {
      assert.ok(examples.length > 0, key);
      for (const example of examples) assert.ok(isRead({ [key]: example }), key);
    }
  });

  it('is the one that the manifest registers', () => {
    assert.deepEqual(manifest.contributes.yamlValidation, [
      { fileMatch: '.async-ready.yml', url: './dist/project-file.schema.json' },
    ]);
  });
});
