import { fileName } from '../paths.ts';

/** Names of files that hold secrets by custom. */
const secretNames: readonly RegExp[] = [
  /^\.env(\.|$)(?!(example|sample|template|dist|defaults)$)/i,
  /\.env$/i,
  /\.(pem|key|p12|pfx|jks|keystore|kdbx|ppk|tfvars|tfstate|ovpn)$/i,
  /^id_(rsa|dsa|ecdsa|ed25519)(_sk)?$/i,
  /^[._]netrc$/i,
  /^\.(npmrc|pypirc|htpasswd|pgpass|git-credentials|dockercfg|vault-token)$/i,
  /^(credentials|secrets?)(\.(json|ya?ml|toml|ini|txt))?$/i,
  /^(service[-_]?account|client_secret).*\.json$/i,
];

/** Whether a file of that name holds secrets by custom; templates such as `.env.example` do not. */
export function isSecretFile(path: string): boolean {
  const name = fileName(path);
  return secretNames.some((pattern) => pattern.test(name));
}
