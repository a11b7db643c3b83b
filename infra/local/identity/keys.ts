import { createHash, generateKeyPair, randomBytes } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readJson, writeJson } from './durable-file.ts';

/** What the installation signs with. */
export interface Keys {
  /** The private RSA key as a JWK, `kid`, `alg` and `use` included. */
  readonly signing: JsonWebKey & { readonly kty: string; readonly kid: string };
  /** Secrets that sign cookies; the first signs, all verify. */
  readonly cookies: readonly string[];
}

const generate = promisify(generateKeyPair);

/** The keys kept in `<folder>/keys.json`, made at the first start: RS256, 2048 bits, as Cognito's are. */
export async function openKeys(folder: string): Promise<Keys> {
  const path = join(folder, 'keys.json');
  const kept = (await readJson(path)) as Keys | undefined;
  if (kept) return kept;
  const { privateKey } = await generate('rsa', { modulusLength: 2048 });
  const jwk = privateKey.export({ format: 'jwk' });
  const keys: Keys = {
    signing: { ...jwk, kty: 'RSA', kid: thumbprint(jwk), alg: 'RS256', use: 'sig' },
    cookies: [randomBytes(32).toString('base64url')],
  };
  await writeJson(path, keys);
  return keys;
}

/** The JWK's thumbprint, RFC 7638 section 3. */
function thumbprint({ e, n }: JsonWebKey): string {
  return createHash('sha256')
    .update(JSON.stringify({ e, kty: 'RSA', n }))
    .digest('base64url');
}
