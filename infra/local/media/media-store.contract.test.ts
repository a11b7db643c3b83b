/** The media store's contract on its local twin: a folder behind its server. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { createLocalMediaStore } from '#api/ports/media-store/local.ts';
import { mediaStoreContract, type Twin } from '#api/ports/media-store/media-store.contract.ts';
import { createMediaHandler } from './serve.ts';

async function startLocal(): Promise<Twin> {
  const dir = await mkdtemp(join(tmpdir(), 'media-store-'));
  const errors: unknown[] = [];
  const server = createServer((req, res) => void handler.handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const store = createLocalMediaStore({ dir, origin, secret: 'a secret of the contract suite, 32+' });
  const handler = createMediaHandler(store, {
    problemBase: `${origin}/docs/problems`,
    onError: (error) => errors.push(error),
  });
  return {
    store,
    refuses: true,
    refusesUnsigned: true,
    async end() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(dir, { recursive: true });
      expect(errors).toEqual([]);
    },
  };
}

describe('media store in a folder', () => mediaStoreContract(startLocal));
