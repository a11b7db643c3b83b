/**
 * The contract in memory and on Secrets Manager. The latter runs where SECRETS_MANAGER_ENDPOINT is set, with credentials
 * in the environment, and makes and removes secrets.
 */
import { randomUUID } from 'node:crypto';
import { describe } from 'vitest';
import { createMemorySecrets } from './memory.testing.ts';
import { openSecretsManager } from './secrets-manager.testing.ts';
import { secretsContract } from './secrets.contract.ts';

describe('secrets in memory', () =>
  secretsContract(async () => {
    const secrets = createMemorySecrets();
    return {
      secrets,
      async create(value) {
        const [id, token] = [randomUUID(), randomUUID()];
        secrets.create(id, token, value);
        return { id, token };
      },
      begin: async (id, token) => secrets.begin(id, token),
      keepsValues: true,
      end: async () => undefined,
    };
  }));

const endpoint = process.env['SECRETS_MANAGER_ENDPOINT'] ?? '';
if (!endpoint) console.warn('NOT RUN: secrets on Secrets Manager (set SECRETS_MANAGER_ENDPOINT)');
describe.skipIf(!endpoint)('Secrets Manager (NOT RUN unless SECRETS_MANAGER_ENDPOINT is set)', () =>
  secretsContract(() => openSecretsManager(endpoint)),
);
