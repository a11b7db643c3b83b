import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './form.ts';

/** The demo account of a local platform, from `<data>/demo.json`; undefined where there is none yet. */
export async function demoAccount(dataDir: string): Promise<Account | undefined> {
  const text = await readFile(join(dataDir, 'demo.json'), 'utf8').catch(() => '{}');
  const { user, password } = JSON.parse(text) as Partial<Account>;
  return user && password ? { user, password } : undefined;
}
