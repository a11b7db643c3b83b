import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readLocalSecrets } from './local-secrets.ts';

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'secrets-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return join(dir, 'data');
}

test('secrets are made once, for the owner alone to read', () => {
  const dir = folder();

  const made = readLocalSecrets(dir);

  expect(made).toEqual({
    apiKey: expect.stringMatching(/^da2-[0-9a-f]{26}$/),
    mediaSecret: expect.stringMatching(/^[0-9a-f]{64}$/),
    accessKeyId: expect.stringMatching(/^LOCAL[0-9A-F]{16}$/),
    secretAccessKey: expect.stringMatching(/^[0-9a-f]{40}$/),
  });
  expect(statSync(join(dir, 'secrets.json')).mode & 0o777).toBe(0o600);
  expect(readLocalSecrets(dir)).toEqual(made);
});

test('two installations have nothing in common', () => {
  const [one, other] = [readLocalSecrets(folder()), readLocalSecrets(folder())];
  for (const [name, value] of Object.entries(one))
    expect(Object.entries(other)).not.toContainEqual([name, value]);
});
