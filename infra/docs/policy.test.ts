import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { docsPolicy } from './policy.ts';

const HTML = `<script>one()</script><script type="module">two()</script><script>one()</script>
  <script src="/a.js"></script><script type="module" src="/b.js"></script>
  <script type="application/ld+json">{"a":1}</script>`;
const hash = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

let dir: string;
let rendered: number;
const renderer = (buildId: string) => ({
  buildId,
  render: async () => {
    rendered++;
    return { html: HTML };
  },
});

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'artissist-policy-'));
  rendered = 0;
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('the policy of the documentation', () => {
  it('lets through our files and the scripts in the page, each once', async () => {
    const policy = await docsPolicy(renderer('a'));

    expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hash('one()')} ${hash('two()')};`);
    expect(policy.match(/sha256/g)).toHaveLength(2);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src [^;]*unsafe-inline/);
  });

  it('is kept beside the build, and made again for another one', async () => {
    const folder = pathToFileURL(`${dir}/`);

    await docsPolicy(renderer('a'), folder);
    await docsPolicy(renderer('a'), folder);
    const kept = rendered;
    await docsPolicy(renderer('b'), folder);

    expect([kept, rendered]).toEqual([1, 2]);
  });

  it('is made again when what was kept is cut short', async () => {
    writeFileSync(join(dir, 'docs-policy.json'), '{"buildId":"a","pol');

    const policy = await docsPolicy(renderer('a'), pathToFileURL(`${dir}/`));

    expect(policy).toContain(hash('one()'));
  });
});
