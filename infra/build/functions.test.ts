import { execFileSync, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { extractDocument } from '#api/functions/extract/extract-document.ts';
import { docx, DOCX, lines, pdf, PDF, wordParagraph } from '#api/functions/extract/samples.testing.ts';
import { inventory } from '../inventory.ts';
import { bundleFunctions } from './functions.ts';

let root: string;
let outdir: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'functions-'));
  outdir = join(root, 'out');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(name: string, text: string): void {
  const file = join(root, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const hello = { name: 'hello', entry: 'hello.lambda.ts' };

describe('bundleFunctions', () => {
  it('makes a module with a handler of an entry, its imports and packages in CommonJS', async () => {
    write('package.json', '{ "imports": { "#words/*": "./words/*" } }');
    write('words/word.ts', `export const word: string = 'hello';`);
    write('old.cjs', `module.exports = { sep: require('node:path').posix.sep };`);
    write(
      'hello.lambda.ts',
      `import { word } from '#words/word.ts'; import old from './old.cjs';
       export const handler = async (): Promise<string> => word + old.sep;`,
    );

    const folders = await bundleFunctions([hello], outdir, { root });

    expect([...folders]).toEqual([['hello', join(outdir, 'hello')]]);
    const { href } = pathToFileURL(join(outdir, 'hello/index.mjs'));
    const { handler } = (await import(/* @vite-ignore */ href)) as { handler: () => Promise<string> };
    expect(await handler()).toBe('hello/');
  });

  it('keeps what is imported only when needed out of what a start reads', async () => {
    write('package.json', '{ "type": "module" }');
    write('heavy.ts', `export const weight = 'of lead';`);
    write(
      'hello.lambda.ts',
      `export const handler = async (): Promise<string> => (await import('./heavy.ts')).weight;`,
    );

    await bundleFunctions([hello], outdir, { root });

    const file = join(outdir, 'hello/index.mjs');
    expect(readFileSync(file, 'utf8')).not.toContain('of lead');
    const { href } = pathToFileURL(file);
    const { handler } = (await import(/* @vite-ignore */ href)) as { handler: () => Promise<string> };
    expect(await handler()).toBe('of lead');
    write('heavy.ts', `export const weight = 'of gold';`);
    await bundleFunctions([hello], outdir, { root });
    const texts = readdirSync(join(outdir, 'hello')).filter((name) => name.endsWith('.mjs'));
    expect(texts).toHaveLength(2);
  });

  it('puts the threads that a function starts beside it', async () => {
    write('word.ts', `export const word = 'from a thread';`);
    write(
      'rooms/echo.worker.ts',
      `import { parentPort } from 'node:worker_threads'; import { word } from '../word.ts';
       parentPort.postMessage(word);`,
    );
    write(
      'rooms/echo.ts',
      `import { Worker } from 'node:worker_threads'; import { once } from 'node:events';
       const MODULE = import.meta.url.endsWith('.ts') ? './echo.worker.ts' : './echo.worker.mjs';
       export const echo = async () => (await once(new Worker(new URL(MODULE, import.meta.url)), 'message'))[0];`,
    );
    write('hello.lambda.ts', `import { echo } from './rooms/echo.ts'; export const handler = echo;`);

    await bundleFunctions([hello], outdir, { root });

    const { href } = pathToFileURL(join(outdir, 'hello/index.mjs'));
    const { handler } = (await import(/* @vite-ignore */ href)) as { handler: () => Promise<string> };
    expect(await handler()).toBe('from a thread');
    write('word.ts', `export const word = 'changed';`);
    await bundleFunctions([hello], outdir, { root });
    expect(readFileSync(join(outdir, 'hello/echo.worker.mjs'), 'utf8')).toContain('"changed"');
  });

  it('gives publishing the process that renders texts', async () => {
    const publish = inventory.functions.filter(({ name }) => name === 'publish');

    await bundleFunctions(publish, outdir);

    const child = fork(join(outdir, 'publish/markdown.child.cjs'), { env: {} });
    expect(await once(child, 'message')).toContain('ready');
    child.send('*a*');
    const [answer] = (await once(child, 'message')) as unknown[];
    expect(answer).toEqual({ html: '<p><em>a</em></p>' });
    child.kill();
  });

  it('gives the processing of uploads the process that draws', async () => {
    const process = inventory.functions.filter(({ name }) => name === 'process-asset');

    await bundleFunctions(process, outdir);

    const child = fork(join(outdir, 'process-asset/draw-image.child.cjs'), {
      env: { NODE_PATH: join(import.meta.dirname, '../../node_modules') },
      serialization: 'advanced',
    });
    expect(await once(child, 'message')).toContain('ready');
    child.send({ bytes: Buffer.from('<svg width="9" height="9"/>'), type: 'image/svg+xml' });
    const [answer] = (await once(child, 'message')) as unknown[];
    expect(answer).toMatchObject({ kind: 'IMAGE', width: 9, height: 9 });
    child.kill();
  });

  it('gives the reading of documents a thread of its own', async () => {
    const module = join(import.meta.dirname, '../../api/functions/extract/extract-document.ts');
    write('hello.lambda.ts', `export { extractDocument as handler } from ${JSON.stringify(module)};`);

    await bundleFunctions([hello], outdir, { root });

    const { href } = pathToFileURL(join(outdir, 'hello/index.mjs'));
    const { handler } = (await import(/* @vite-ignore */ href)) as { handler: typeof extractDocument };
    expect(await handler(pdf({ pages: [lines('ink')] }), PDF)).toMatchObject({ text: 'ink' });
    expect(await handler(docx(wordParagraph('salt')), DOCX)).toMatchObject({ text: 'salt' });
  });

  it('leaves out what the layer brings', async () => {
    write('hello.lambda.ts', `import sharp from 'sharp'; export const handler = () => sharp;`);

    await bundleFunctions([hello], outdir, { root });

    expect(readFileSync(join(outdir, 'hello/index.mjs'), 'utf8')).toMatch(/from\s*"sharp"/);
  });

  it('writes nothing while nothing has changed, and bundles again when an import has', async () => {
    const bundle = join(outdir, 'hello/index.mjs');
    const written = () => statSync(bundle, { bigint: true }).mtimeNs;
    write('word.ts', `export const word = 'old';`);
    write('hello.lambda.ts', `import { word } from './word.ts'; export const handler = () => word;`);
    await bundleFunctions([hello], outdir, { root });
    const before = written();

    await bundleFunctions([hello], outdir, { root });
    expect(written()).toBe(before);

    write('word.ts', `export const word = 'new';`);
    await bundleFunctions([hello], outdir, { root });
    expect(readFileSync(bundle, 'utf8')).toContain('"new"');
  });

  it('names every entry that does not exist', async () => {
    const bundling = bundleFunctions([hello, { name: 'bye', entry: 'bye.lambda.ts' }], outdir, { root });

    await expect(bundling).rejects.toThrow('hello (hello.lambda.ts), bye (bye.lambda.ts)');
  });

  it('refuses an entry without a handler, and is not taken for finished afterwards', async () => {
    write('hello.lambda.ts', 'export const handle = () => 1;');

    const attempts = await Promise.allSettled([1, 2].map(() => bundleFunctions([hello], outdir, { root })));

    for (const attempt of attempts) {
      expect(attempt).toMatchObject({ reason: { message: expect.stringContaining('Received: handle') } });
    }
  });

  it('puts the process that a function starts beside it, where it finds what a layer brings', async () => {
    write('hello.lambda.ts', `export const handler = () => new URL('./paint.child.cjs', import.meta.url);`);
    write('paint.child.ts', `import sharp from 'sharp'; process.stdout.write(sharp.name as string);`);
    write('layer/sharp/package.json', '{ "main": "index.js" }');
    write('layer/sharp/index.js', `module.exports = { name: 'of the layer' };`);

    await bundleFunctions([hello], outdir, { root });

    const said = execFileSync(process.execPath, [join(outdir, 'hello/paint.child.cjs')], {
      env: { NODE_PATH: join(root, 'layer') },
    });
    expect(said.toString()).toBe('of the layer');
  });
});
