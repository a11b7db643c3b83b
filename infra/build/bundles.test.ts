/** What is deployed of each function of the inventory: how large it is, and that nothing stands in it twice. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createHttp2Server } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { createOpenSearchClient } from '#api/ports/search-index/aws-client.ts';
import { inventory } from '../inventory.ts';
import { bundleFunctions } from './functions.ts';
import { zippedSize } from './package-size.ts';

let root: string;
let folders: Map<string, string>;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'bundles-'));
  folders = await bundleFunctions(inventory.functions, join(root, 'out'));
}, 120_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A module and all that it imports at once, without what waits until it is needed. */
function readAtStart(folder: string, module = 'index.mjs', known = new Set<string>()): Set<string> {
  if (known.has(module)) return known;
  known.add(module);
  const text = readFileSync(join(folder, module), 'utf8');
  for (const [, other = ''] of text.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.mjs)"/g))
    readAtStart(folder, other, known);
  return known;
}

const inputsOf = (folder: string): string[] => {
  const { inputs } = JSON.parse(readFileSync(join(folder, '.stamp.json'), 'utf8')) as { inputs: object };
  return Object.keys(inputs);
};

/** `node_modules/a/node_modules/@aws-sdk/core/dist-es/x.js`: which copy of which package, in which of its forms. */
const SDK = /^(.*node_modules\/(@(?:aws-sdk|smithy|aws-crypto)\/[^/]+))\/(?:.*\/)?(dist-[a-z]+)\//;

describe('the bundles of the inventory', () => {
  it('are packages of less than 500 KB each', () => {
    for (const [name, folder] of folders) expect.soft(zippedSize(folder), name).toBeLessThan(500_000);
  });

  it('have a start that reads less than 1.2 MB', () => {
    for (const [name, folder] of folders) {
      const files = [...readAtStart(folder)];
      const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
      expect.soft(bytes, name).toBeLessThan(1_200_000);
    }
  });

  it('hold each package of the AWS SDK once: one copy, in one form', () => {
    for (const [name, folder] of folders) {
      const copies = new Map<string, Set<string>>();
      for (const file of inputsOf(folder)) {
        const [, at = '', sdk, form = ''] = SDK.exec(file) ?? [];
        if (sdk !== undefined) copies.set(sdk, (copies.get(sdk) ?? new Set()).add(`${at} ${form}`));
      }
      const twice = [...copies.values()].filter((found) => found.size > 1).map((found) => [...found]);
      expect.soft(twice, name).toEqual([]);
    }
  });

  it('bring the SDK along instead of reading that of the runtime, and not into threads and processes', () => {
    for (const [name, folder] of folders) {
      for (const file of readdirSync(folder).filter((file) => /\.[cm]js$/.test(file))) {
        const text = readFileSync(join(folder, file), 'utf8');
        const asked = /(?:^|[;}\n])import[^;"]*"@(?:aws-sdk|smithy)\//;
        expect.soft(asked.test(text), `${name}/${file} asks the runtime`).toBe(false);
        const apart = /\.(?:worker|child)\./.test(file);
        expect.soft(apart && text.includes('aws-sdk-js'), `${name}/${file} has it again`).toBe(false);
      }
    }
  });
});

/** What is called of the SDK's client. */
interface Http2Handler {
  handle(request: object): Promise<{ response: object }>;
  destroy(): void;
}

describe("OpenSearch's client, of which only the transport is bundled", () => {
  it('sends requests and answers them', async () => {
    const client = join(import.meta.dirname, '../../api/ports/search-index/aws-client.ts');
    writeFileSync(
      join(root, 'ask.lambda.ts'),
      `export { createOpenSearchClient as handler } from ${JSON.stringify(client)};`,
    );
    const server = createServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ asked: `${request.method} ${request.url}` }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const made = await bundleFunctions([{ name: 'ask', entry: 'ask.lambda.ts' }], join(root, 'out'), {
      root,
    });
    const { href } = pathToFileURL(join(made.get('ask') ?? '', 'index.mjs'));
    const { handler } = (await import(/* @vite-ignore */ href)) as {
      handler: typeof createOpenSearchClient;
    };
    const opensearch = handler({ endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });

    const answer = await opensearch.transport.request({ method: 'GET', path: '/works/_search' });

    expect(answer).toMatchObject({ statusCode: 200, body: { asked: 'GET /works/_search' } });
    await opensearch.close();
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('HTTP/2, which is loaded by the first connection', () => {
  it('is spoken by the client of the SDK', async () => {
    const client = join(import.meta.dirname, '../../node_modules/@smithy/node-http-handler/dist-es/index.js');
    writeFileSync(
      join(root, 'speak.lambda.ts'),
      `import { NodeHttp2Handler } from ${JSON.stringify(client)}; export const handler = () => new NodeHttp2Handler();`,
    );
    const server = createHttp2Server((request, response) => {
      response.writeHead(200, { asked: `${request.method} ${request.url}` }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const row = { name: 'speak', entry: 'speak.lambda.ts' };
    const folder = (await bundleFunctions([row], join(root, 'out'), { root })).get('speak') ?? '';
    const index = join(folder, 'index.mjs');
    const { handler } = (await import(/* @vite-ignore */ pathToFileURL(index).href)) as {
      handler: () => Http2Handler;
    };
    const speaker = handler();

    const { response } = await speaker.handle({
      protocol: 'http:',
      hostname: '127.0.0.1',
      port,
      method: 'GET',
      path: '/model',
      headers: {},
      query: {},
    });

    expect(response).toMatchObject({ statusCode: 200, headers: { asked: 'GET /model' } });
    expect(readFileSync(index, 'utf8')).not.toMatch(/(?:from|import)\s*"node:http2"/);
    speaker.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
});
