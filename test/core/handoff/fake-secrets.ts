const kinds = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '123456789'];

/** The next of a series that looks random and is the same each time. */
let state = 1;
function next(below: number): number {
  state = (state * 48_271) % 2_147_483_647;
  return state % below;
}

const picked = (length: number, from: (at: number) => string): string =>
  Array.from({ length }, (_, at) => from(at).charAt(next(from(at).length))).join('');

/** Letters of both cases and digits. */
const word = (length: number): string => picked(length, (at) => kinds[at % kinds.length] ?? '');
const hex = (length: number): string => picked(length, () => '0123456789abcdef');
const uuid = (): string => [8, 4, 4, 4, 12].map(hex).join('-');

/** Texts in the form of secrets, put together here so that no scanner takes this file for a leak. */
export const fakeSecrets: Readonly<Record<string, string>> = {
  github: ['ghp', word(36)].join('_'),
  'github, fine-grained': ['github', 'pat', word(22), word(59)].join('_'),
  'github, OAuth': ['gho', word(36)].join('_'),
  'github, app': ['ghs', word(36)].join('_'),
  gitlab: ['glpat', word(20)].join('-'),
  'gitlab, deploy': ['gldt', word(20)].join('-'),
  aws: ['AKIA', 'IOSFODNN7EXAMPLQ'].join(''),
  'aws, secret': ['aws_secret_access_key', word(40)].join(' = '),
  slack: ['xoxb', '123456789012', '1234567890123', word(24)].join('-'),
  'slack, user': ['xoxp', '123456789012', '123456789012', '123456789012', hex(32)].join('-'),
  'slack, app': ['xapp', '1', 'A0123456789', '1234567890123', hex(64)].join('-'),
  'slack, webhook': ['https://hooks.slack.com/services', 'T01234567', 'B01234567', word(24)].join('/'),
  'Google API': ['AIza', word(35)].join(''),
  'Google OAuth': ['GOCSPX', word(28)].join('-'),
  'Google access': ['ya29', word(60)].join('.'),
  PyPI: ['pypi', `AgEIcHlwaS5vcmc${word(50)}`].join('-'),
  DigitalOcean: ['dop', 'v1', hex(64)].join('_'),
  npm: ['npm', word(36)].join('_'),
  'npm, in .npmrc': ['//registry.example.com/:_authToken', uuid()].join('='),
  Stripe: ['sk', 'live', word(24)].join('_'),
  'Stripe, restricted': ['rk', 'live', word(24)].join('_'),
  'Stripe, webhook': ['whsec', word(32)].join('_'),
  'JSON web token': ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0In0', word(43)].join('.'),
  bearer: ['Authorization: Bearer', word(40)].join(' '),
  'basic authorization': ['Authorization: Basic', `${word(34)}==`].join(' '),
  'Azure storage': ['AccountKey', `${word(86)}==`].join('='),
  'Azure SAS': ['sv=2022-11-02&se=2026-01-01&sig', `${word(43)}%3D`].join('='),
  'Azure client secret': [word(3), '8Q~', word(34)].join(''),
  'environment variable': ['API_TOKEN', word(30)].join('='),
  'password, quoted': ['"password"', ' "', word(20), '"'].join(':').replace(':a', 'a').replace(':"', '"'),
  'password in a connection string': ['Server=db;User=app;Password', `${word(16)}!;`].join('='),
  'password in a URL': ['https://ann', 'hunter2hunter2hunter2hunter2@example.com/x'].join(':'),
  'password of a database': ['mongodb+srv://app', `${word(24)}@cluster0.example.net/x`].join(':'),
  'private key': [
    '-----BEGIN RSA',
    `PRIVATE KEY-----\n+${word(96)}\n+${word(96)}\n+-----END RSA`,
    'PRIVATE KEY-----',
  ].join(' '),
  'private key in one line': ['-----BEGIN EC', `PRIVATE KEY-----\\n${word(96)}\\n-----END EC`, 'PRIVATE KEY-----'].join(
    ' ',
  ),
  'private key of OpenSSH': [
    '-----BEGIN OPENSSH',
    `PRIVATE KEY-----\\n${word(96)}\\n-----END OPENSSH`,
    'PRIVATE KEY-----',
  ].join(' '),
  'private key of PGP': [
    '-----BEGIN PGP',
    `PRIVATE KEY BLOCK-----\\n${word(96)}\\n-----END PGP`,
    'PRIVATE KEY BLOCK-----',
  ].join(' '),
  age: ['AGE-SECRET-KEY-1', word(58).toUpperCase()].join(''),
  OpenAI: ['sk', 'proj', `${word(40)}T3BlbkFJ${word(40)}`].join('-'),
  Anthropic: ['sk', 'ant', 'api03', `${word(93)}AA`].join('-'),
  'Hugging Face': ['hf', word(34).replace(/\d/g, 'x')].join('_'),
  SendGrid: ['SG', word(22), word(43)].join('.'),
  Mailgun: ['key', hex(32)].join('-'),
  Twilio: ['SK', hex(32)].join(''),
  Telegram: ['123456789', `AA${word(33)}`].join(':'),
  Discord: [`M${word(23)}`, 'GaBcDe', word(38)].join('.'),
  Shopify: ['shpat', hex(32)].join('_'),
  Square: ['sq0csp', word(43)].join('-'),
  Databricks: ['dapi', hex(32)].join(''),
  Linear: ['lin', 'api', word(40)].join('_'),
  Notion: ['ntn', `12345678901${word(35)}`].join('_'),
  Vault: ['hvs', word(90)].join('.'),
  'Terraform Cloud': [word(14), 'atlasv1', word(64)].join('.'),
  Heroku: ['HRKU', uuid()].join('-'),
  Netlify: ['nfp', word(36)].join('_'),
  Sentry: ['sntrys', `eyJ${word(60)}`].join('_'),
  'New Relic': ['NRAK', word(27).toUpperCase()].join('-'),
  Grafana: ['glsa', word(32), hex(8)].join('_'),
  Doppler: ['dp', 'pt', word(43)].join('.'),
  Postman: ['PMAK', hex(24), hex(34)].join('-'),
  Airtable: [`pat${word(14)}`, hex(64)].join('.'),
  Figma: ['figd', word(40)].join('_'),
  RubyGems: ['rubygems', hex(48)].join('_'),
  'crates.io': ['cio', word(32)].join(''),
  Docker: ['dckr', 'pat', word(27)].join('_'),
  Supabase: ['sbp', hex(40)].join('_'),
  PlanetScale: ['pscale', 'tkn', word(43)].join('_'),
  Atlassian: ['ATATT3', `${word(90)}=1A2B3C4D`].join(''),
  Pulumi: ['pul', hex(40)].join('-'),
  Dynatrace: ['dt0c01', word(24).toUpperCase(), word(64).toUpperCase()].join('.'),
  '1Password': ['ops', `eyJ${word(90)}`].join('_'),
};

/** The part of such a text that must not be seen: its longest word. */
export function secretPart(text: string): string {
  const words = text.split(/\\n|[\s=:@/"';&]+/);
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}
