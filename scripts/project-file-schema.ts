// The JSON schema of .async-ready.yml, made of what package.json says of the settings that mean the same.

/** What is used of package.json: the settings of type object have their schema in it. */
export interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, Setting>> } };
}

interface Setting {
  readonly default: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Property>>;
}

interface Property {
  readonly description: string;
  readonly default?: string;
  readonly enum?: readonly string[];
  readonly items?: { readonly maxLength: number };
}

const oneOrMore = { type: ['array', 'string', 'null'], minLength: 1, items: { type: 'string', minLength: 1 } };

const word = { type: ['string', 'null'], minLength: 1 };

/** The schema (draft 7) of what src/core/project-file.ts takes, but for glob patterns and time zones that are refused, and two people of one name. */
export function projectFileSchema({ contributes: { configuration } }: Manifest): object {
  const settings = configuration.properties;
  const words = (setting: string): object =>
    mapValues(settings[setting]?.properties, ({ description, items }) => {
      const length = { minLength: 1, maxLength: items?.maxLength };
      return { ...oneOrMore, ...length, description, items: { type: 'string', ...length } };
    });
  const staleAfterDays = settings['asyncReady.staleAfterDays'];
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Async Ready project file',
    ...section("A team's decisions on its work items. They go before a person's settings."),
    properties: {
      include: {
        ...oneOrMore,
        description:
          'Glob patterns of files that are always work items, whatever they look like. Relative to this folder.',
        examples: [['planning/**/*.md']],
      },
      exclude: {
        ...oneOrMore,
        description: 'Glob patterns of files that are never work items; wins over include. Relative to this folder.',
        examples: [['docs/archive/**']],
      },
      rules: {
        ...section('Severity per rule. A rule that is not named keeps its default.'),
        properties: mapValues(
          settings['asyncReady.rules']?.properties,
          ({ description, enum: severities = [], ...rule }) => ({
            // YAML 1.1 tools write `off` where they mean false.
            enum: [...severities, false],
            description: `${description} Default: ${rule.default}.`,
          }),
        ),
        examples: [{ 'dependencies-missing': 'warning', 'resources-missing': 'off' }],
      },
      labels: {
        ...section(
          "The team's own labels for the points of the checklist, in any language: headings, front matter keys, bold or plain labels. They are added to those that are known already.",
        ),
        properties: words('asyncReady.labels'),
        examples: [{ goal: ['Ziel', 'Aufgabe'], done: ['Abnahme'] }],
      },
      statuses: {
        ...section("The team's own status words, in any language. They are added to those that are known already."),
        properties: words('asyncReady.statuses'),
        examples: [{ active: ['offen'], 'in-progress': ['in Arbeit'], finished: ['erledigt'] }],
      },
      'stale-after-days': {
        type: ['integer', 'null'],
        minimum: staleAfterDays?.minimum,
        maximum: staleAfterDays?.maximum,
        description: 'After how many days without a commit work in progress is called stale; 0 for never.',
        default: staleAfterDays?.default,
        examples: [14],
      },
      handoffs: {
        ...section('Where handoff notes go.'),
        properties: {
          folder: {
            type: 'string',
            minLength: 1,
            description: 'Folder that new handoff notes are written to, relative to this folder.',
            default: settings['asyncReady.handoffs.folder']?.default,
          },
        },
        examples: [{ folder: 'handoffs' }],
      },
      team: {
        type: ['array', 'null'],
        description: 'The people of the team, by whatever they are called in documents and by git. Each needs a name.',
        items: {
          type: 'object',
          required: ['name'],
          additionalProperties: false,
          description: 'Somebody of the team.',
          properties: {
            name: { type: 'string', pattern: '\\S', description: 'How they are called.' },
            handle: { ...word, description: 'How they are called after @.' },
            aliases: { ...oneOrMore, description: 'What else they are called: by git, in older documents.' },
            timezone: {
              ...word,
              description: 'The IANA name of their time zone.',
              examples: ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC'],
            },
          },
        },
        examples: [[{ name: 'Mara Lindt', handle: 'mara', timezone: 'Europe/Berlin' }]],
      },
    },
  };
}

const section = (description: string) => ({ type: ['object', 'null'], additionalProperties: false, description });

function mapValues<T>(properties: Readonly<Record<string, T>> = {}, change: (value: T) => object): object {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, change(value)]));
}
