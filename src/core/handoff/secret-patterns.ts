/** A kind of secret that secretlint's recommended preset does not know, or finds in fewer shapes. */
export interface SecretPattern {
  readonly kind: string;
  /** A first group, where there is one, is the secret. */
  readonly pattern: RegExp;
}

/**
 * Tokens that can be told by their own shape, as their issuers document it.
 * They may stand behind an underscore, as in a name that was made of one.
 */
const tokenShapes: Readonly<Record<string, string>> = {
  'GitHub token': String.raw`gh[opsur]_\w{30,}|github_pat_\w{30,}`,
  'GitLab token': String.raw`gl[a-z]{2,5}-[\w-]{20,}`,
  'AWS access key': '(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])',
  'Slack token': String.raw`(?:xox[a-z]|xapp)-[\w-]{10,}`,
  'Google API key': String.raw`AIza[\w-]{35}`,
  'Google OAuth secret': String.raw`GOCSPX-[\w-]{20,}|ya29\.[\w-]{20,}`,
  'PyPI token': String.raw`pypi-[\w-]{16,}`,
  'DigitalOcean token': 'do[opr]_v1_[a-f0-9]{64}',
  'npm token': String.raw`npm_\w{30,}`,
  'Stripe key': String.raw`[rs]k_(?:live|test)_\w{16,}|whsec_\w{24,}`,
  'JSON web token': String.raw`eyJ[\w-]{8,400}\.[\w-]{8,4000}\.[\w-]*`,
  'Azure client secret': String.raw`\w{3}[78]Q~[\w~.-]{31,}`,
  'OpenAI or Anthropic key': String.raw`sk-(?:ant|proj|svcacct|admin|or)-[\w-]{20,}|sk-[A-Za-z0-9]{40,}`,
  'Hugging Face token': 'hf_[A-Za-z0-9]{30,}',
  'SendGrid key': String.raw`SG\.[\w-]{16,64}\.[\w-]{30,}`,
  'Mailgun key': 'key-[a-f0-9]{32}',
  'Twilio key': 'SK[a-f0-9]{32}',
  'Telegram token': String.raw`\d{8,10}:AA[\w-]{32,}`,
  'Discord token': String.raw`[MNO][\w-]{22,27}\.[\w-]{6}\.[\w-]{27,}`,
  'Shopify token': 'shp[a-z]{2}_[a-fA-F0-9]{32}',
  'Square token': String.raw`sq0[a-z]{3}-[\w-]{22,}`,
  'Databricks token': 'dapi[a-f0-9]{32}',
  'Linear key': String.raw`lin_(?:api|oauth)_\w{32,}`,
  'Notion token': '(?:ntn|secret)_[A-Za-z0-9]{40,}',
  'Vault token': String.raw`hv[sbr]\.[\w-]{24,}`,
  'Terraform token': String.raw`\w{14}\.atlasv1\.[\w-]{60,}`,
  'Heroku key': String.raw`HRKU-[\w-]{36,}`,
  'Netlify token': String.raw`nf[a-z]_\w{36,}`,
  'Sentry token': String.raw`sntry[a-z]_[\w+/=-]{30,}`,
  'New Relic key': 'NR[A-Z]{2}-[A-Z0-9]{27}',
  'Grafana token': String.raw`glsa_\w{32,}`,
  'Doppler token': String.raw`dp\.[a-z]{2,5}\.\w{40,}`,
  'Postman key': 'PMAK-[a-f0-9]{24}-[a-f0-9]{34}',
  'Airtable token': String.raw`pat\w{14}\.[a-f0-9]{64}`,
  'Figma token': String.raw`figd_[\w-]{40,}`,
  'RubyGems key': 'rubygems_[a-f0-9]{48}',
  'crates.io token': 'cio[A-Za-z0-9]{32}(?![A-Za-z0-9])',
  'Docker token': String.raw`dckr_[a-z]{3}_[\w-]{20,}`,
  'Supabase token': 'sb[a-z]_[a-f0-9]{40}',
  'PlanetScale token': String.raw`pscale_[a-z]{2,5}_[\w.-]{32,}`,
  'Atlassian token': String.raw`ATATT3[\w=-]{50,}`,
  'Pulumi token': 'pul-[a-f0-9]{40}',
  'Dynatrace token': String.raw`dt0[a-z]\d\d\.[A-Z0-9]{24}\.[A-Z0-9]{64}`,
  '1Password token': String.raw`ops_eyJ[\w-]{50,}`,
  'age key': 'AGE-SECRET-KEY-1[A-Z0-9]{20,}',
};

/** Secrets that are told by what stands around them. */
const inContext: readonly SecretPattern[] = [
  { kind: 'Azure storage key', pattern: /(?:AccountKey|SharedAccessKey|(?<![a-z])sig)=([\w+/%-]{32,}={0,2})/gi },
  { kind: 'bearer token', pattern: /\bBearer\s+([\w.~+/-]{16,}=*)/gi },
  {
    kind: 'basic authorization',
    pattern: /authorization["']?\s{0,9}[:=]\s{0,9}["']?basic\s{1,9}([\w+/-]{8,}={0,2})/gi,
  },
  { kind: 'Slack webhook', pattern: /\bhooks\.slack\.com\/(?:services|workflows)\/([\w/-]{20,})/g },
  { kind: 'private key', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]*-----|$)/g },
  { kind: 'password in a URL', pattern: /\b[a-z][\w+.-]{0,20}:\/\/?[^\s/:@]{0,200}:([^\s/@]{1,500})@/gi },
  {
    kind: 'password',
    pattern:
      /\b\w{0,40}(?:password|passwd|passphrase|secret|token|api[-_]?key|access[-_]?key|credential)s?["']?\s*[=:]\s*["']?((?=[^\s"']{0,200}[\d!$%&*+/=?^~#@])[^\s"']{8,})/gi,
  },
  { kind: 'password', pattern: /\b\w{0,40}(?:PASSWORD|PASSWD|PWD|SECRET|TOKEN|API_?KEY)=["']?([^\s"']{3,})/g },
];

/**
 * What is no word, no name and no hash in hexadecimal: letters of both cases with digits in between, again and again.
 * The last resort, where no other pattern knows it. Checksums of what is published, as lock files have them, are none.
 */
export const randomWord: SecretPattern = {
  kind: 'random word',
  pattern:
    /(?<![\w-])(?=[\w-]{0,99}?[a-z])(?=[\w-]{0,99}?[A-Z])(?=(?:[A-Za-z_-]{0,30}\d{1,9}[A-Za-z_-]){4})[\w-]{28,}(?![\w-])(?<!\bsha\d{1,3}-[\w+/-]{0,120})/g,
};

/**
 * Patterns of secrets. Repetitions that something must follow are bounded, so that no text takes more than linear time.
 */
export const secretPatterns: readonly SecretPattern[] = [
  ...Object.entries(tokenShapes).map(([kind, shape]) => ({
    kind,
    pattern: new RegExp(`(?<![A-Za-z0-9])(?:${shape})`, 'g'),
  })),
  ...inContext,
];
