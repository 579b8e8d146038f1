/**
 * Kinds of secrets that secretlint's recommended preset does not know, or finds in fewer shapes.
 * A first group, where there is one, is the secret. Repetitions that something must follow are bounded,
 * so that no text takes more than linear time.
 */
export const secretPatterns: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  { kind: 'Google API key', pattern: /\bAIza[\w-]{35}/g },
  { kind: 'Google OAuth secret', pattern: /\b(?:GOCSPX-[\w-]{20,}|ya29\.[\w-]{20,})/g },
  { kind: 'PyPI token', pattern: /\bpypi-[\w-]{16,}/g },
  { kind: 'DigitalOcean token', pattern: /\bdo[opr]_v1_[a-f0-9]{64}/g },
  { kind: 'Azure storage key', pattern: /\b(?:AccountKey|SharedAccessKey|sig)=([\w+/%-]{32,}={0,2})/gi },
  { kind: 'JSON web token', pattern: /\beyJ[\w-]{8,4000}\.[\w-]{8,4000}\.[\w-]*/g },
  { kind: 'bearer token', pattern: /\bBearer\s+([\w.~+/-]{16,}=*)/gi },
  { kind: 'Slack webhook', pattern: /\bhooks\.slack\.com\/(?:services|workflows)\/([\w/-]{20,})/g },
  { kind: 'Slack token', pattern: /\bxox[a-z]-[\w-]{10,}/g },
  { kind: 'Stripe key', pattern: /\b[rs]k_(?:live|test)_\w{16,}/g },
  { kind: 'GitHub token', pattern: /\b(?:gh[opsur]_\w{30,}|github_pat_\w{30,})/g },
  { kind: 'GitLab token', pattern: /\bgl[a-z]{2,5}-[\w-]{20,}/g },
  { kind: 'npm token', pattern: /\bnpm_\w{30,}/g },
  { kind: 'AWS access key', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g },
  { kind: 'age key', pattern: /\bAGE-SECRET-KEY-1[A-Z0-9]{20,}/g },
  { kind: 'private key', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]*-----|$)/g },
  { kind: 'password in a URL', pattern: /\b[a-z][\w+.-]{0,20}:\/\/[^\s/:@]{0,200}:([^\s/@]{1,500})@/gi },
  {
    kind: 'password',
    pattern:
      /\b\w{0,40}(?:password|passwd|passphrase|secret|token|api[-_]?key|access[-_]?key|credential)s?["']?\s*[=:]\s*["']?((?=[^\s"']{0,200}[\d!$%&*+/=?^~#@])[^\s"']{8,})/gi,
  },
  { kind: 'password', pattern: /\b\w{0,40}(?:PASSWORD|PASSWD|PWD|SECRET|TOKEN|API_?KEY)=["']?([^\s"']{3,})/g },
];
