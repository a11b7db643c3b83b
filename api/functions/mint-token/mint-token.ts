/** Makes the secret of a personal access token: 256 random bits. Only its SHA-256 is kept. */
import { createHash, randomBytes } from 'node:crypto';

export function mintToken(): { secret: string; sha256: string } {
  const secret = `art_${randomBytes(32).toString('base64url')}`;
  return { secret, sha256: createHash('sha256').update(secret).digest('hex') };
}
