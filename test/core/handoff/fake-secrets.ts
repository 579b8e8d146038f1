const letters = 'aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zA';
const long = letters + letters + letters;

/** Texts in the form of secrets, put together here so that no scanner takes this file for a leak. */
export const fakeSecrets: Readonly<Record<string, string>> = {
  github: ['ghp', long.slice(0, 36)].join('_'),
  'github, fine-grained': ['github', 'pat', long.slice(0, 22), long.slice(0, 59)].join('_'),
  gitlab: ['glpat', long.slice(0, 20)].join('-'),
  aws: ['AKIA', 'IOSFODNN7EXAMPLQ'].join(''),
  slack: ['xoxb', '123456789012', '1234567890123', long.slice(0, 24)].join('-'),
  'Google API': ['AIza', long.slice(0, 35)].join(''),
  PyPI: ['pypi', `AgEIcHlwaS5vcmc${long.slice(0, 50)}`].join('-'),
  DigitalOcean: ['dop', 'v1', '0123456789abcdef'.repeat(4)].join('_'),
  npm: ['npm', long.slice(0, 36)].join('_'),
  Stripe: ['sk', 'live', long.slice(0, 24)].join('_'),
  'JSON web token': ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0In0', long.slice(0, 43)].join('.'),
  bearer: ['Authorization: Bearer', long.slice(0, 40)].join(' '),
  'Azure storage': ['AccountKey', `${long.slice(0, 86)}==`].join('='),
  'environment variable': ['API_TOKEN', long.slice(0, 30)].join('='),
  'password in a URL': ['https://ann', 'hunter2hunter2hunter2hunter2@example.com/x'].join(':'),
  'private key': ['-----BEGIN RSA', `PRIVATE KEY-----\n+${long}\n+${long}\n+-----END RSA`, 'PRIVATE KEY-----'].join(
    ' ',
  ),
};
