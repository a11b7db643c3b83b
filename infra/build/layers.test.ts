import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { extractDocument } from '#api/functions/extract/extract-document.ts';
import { docx, DOCX, lines, pdf, PDF, wordParagraph } from '#api/functions/extract/samples.testing.ts';
import type { decodeRecording } from '#api/ports/speech/decode-recording.ts';
import { wav } from '#api/ports/speech/pcm.ts';
import { bundleFunctions } from './functions.ts';
import { buildLayers } from './layers.ts';

let root: string;
let layers: Awaited<ReturnType<typeof buildLayers>>;

const write = (name: string, text: string): void => {
  mkdirSync(join(root, name, '..'), { recursive: true });
  writeFileSync(join(root, name), text);
};

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'layers-'));
  write('pages/server/entry.mjs', 'export const app = 1;');
  write('pages/client/_astro/a.css', 'a {}');
  write('pages/stamp', 'of this machine');
  layers = await buildLayers(join(root, 'layers'), { pages: join(root, 'pages') });
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A function whose handler is what a module exports, with the readers of the layer that was built. */
async function bundled(module: string, exported: string): Promise<{ folder: string; handler: unknown }> {
  const entry = `${exported}.lambda.ts`;
  const path = JSON.stringify(join(import.meta.dirname, '../..', module));
  write(entry, `export { ${exported} as handler } from ${path};`);
  const row = { name: exported, entry, layer: 'readers' } as const;
  const made = await bundleFunctions([row], join(root, 'out'), { root, layersAt: layers.readers });
  const folder = made.get(exported) ?? '';
  const { handler } = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'index.mjs')).href)) as {
    handler: unknown;
  };
  return { folder, handler };
}

describe('the layer of readers', () => {
  it('reads documents for a function that has no reader of its own', async () => {
    const { folder, handler } = await bundled('api/functions/extract/extract-document.ts', 'extractDocument');

    const extract = handler as typeof extractDocument;
    expect(await extract(pdf({ pages: [lines('ink')] }), PDF)).toMatchObject({ text: 'ink' });
    expect(await extract(docx(wordParagraph('salt')), DOCX)).toMatchObject({ text: 'salt' });
    const code = readdirSync(folder).filter((file) => file.endsWith('.mjs'));
    expect(code.map((file) => readFileSync(join(folder, file), 'utf8')).join('')).not.toContain('PDFWorker');
  });

  it('reads recordings', async () => {
    const { handler } = await bundled('api/ports/speech/decode-recording.ts', 'decodeRecording');

    const decode = handler as typeof decodeRecording;
    expect(await decode(wav(new Float32Array(16_000)))).toHaveLength(16_000);
  });

  it('is left alone while nothing of it has changed', async () => {
    const file = join(layers.readers, 'readers/unpdf.mjs');
    const { mtimeNs: before } = statSync(file, { bigint: true });

    await buildLayers(join(root, 'layers'), { pages: join(root, 'pages') });

    expect(statSync(file, { bigint: true }).mtimeNs).toBe(before);
  });

  it('is where Lambda unpacks it, unless a folder is named', async () => {
    write('plain.lambda.ts', `import 'mammoth'; export const handler = () => 1;`);
    const row = { name: 'plain', entry: 'plain.lambda.ts', layer: 'readers' } as const;

    await bundleFunctions([row], join(root, 'out'), { root });

    expect(readFileSync(join(root, 'out/plain/index.mjs'), 'utf8')).toMatch(
      /import\s*"file:\/\/\/opt\/readers\/mammoth\.mjs"/,
    );
  });
});

describe('the layer of pages', () => {
  it('holds what renders them and the files that they refer to, and nothing of their build', () => {
    const isThere = (file: string) => existsSync(join(layers.pages, 'pages', file));

    expect(['server/entry.mjs', 'client/_astro/a.css', 'stamp'].map(isThere)).toEqual([true, true, false]);
  });

  it('says what to run where the pages are not built', async () => {
    const building = buildLayers(join(root, 'layers'), { pages: join(root, 'elsewhere') });

    await expect(building).rejects.toThrow('npm run build');
  });
});
