import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import type { extractDocument } from './extract-document.ts';
import { docx, DOCX, lines, pdf, PDF, wordParagraph } from './samples.testing.ts';

it('documents are read by a thread when everything is one file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'artissist-bundle-'));
  try {
    const outfile = join(folder, 'index.mjs');
    await build({
      entryPoints: [join(import.meta.dirname, 'extract-document.ts')],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      mainFields: ['module', 'main'],
      banner: {
        js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
      },
      logLevel: 'error',
    });
    const bundled = (await import(pathToFileURL(outfile).href)) as {
      extractDocument: typeof extractDocument;
    };

    expect((await bundled.extractDocument(pdf({ pages: [lines('ink')] }), PDF)).text).toBe('ink');
    expect((await bundled.extractDocument(docx(wordParagraph('salt')), DOCX)).text).toBe('salt');
    await expect(bundled.extractDocument(Buffer.alloc(0), PDF)).rejects.toMatchObject({ code: 'damaged' });
  } finally {
    await rm(folder, { recursive: true });
  }
});
