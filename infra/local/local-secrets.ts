/** Secrets of one installation, made at its first start. On AWS they come with the infrastructure. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LocalSecrets {
  /** AppSync's API key: the anonymous reader's. */
  apiKey: string;
  /** Signs media addresses. */
  mediaSecret: string;
  /** What our own functions sign their calls with. */
  accessKeyId: string;
  secretAccessKey: string;
}

export function readLocalSecrets(dataDir: string): LocalSecrets {
  const file = join(dataDir, 'secrets.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LocalSecrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const secret = (prefix: string, bytes: number) => `${prefix}${randomBytes(bytes).toString('hex')}`;
  const made: LocalSecrets = {
    apiKey: secret('da2-', 13),
    mediaSecret: secret('', 32),
    accessKeyId: secret('LOCAL', 8).toUpperCase(),
    secretAccessKey: secret('', 20),
  };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(made, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}
