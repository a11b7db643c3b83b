import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleResolver } from './evaluator/bundle.ts';
import { loadResolverCode } from './evaluator/evaluator.ts';
import { evaluationContext } from './evaluator/fixtures.ts';
import type { JsonObject } from './types.ts';

/** Where a resolver that only validates is written: inside the project, so that its imports are found. */
const LIB = fileURLToPath(new URL('../../../api/resolvers/_lib/', import.meta.url));
const folder = mkdtempSync(join(fileURLToPath(new URL('./', import.meta.url)), '.validate-'));

afterAll(() => rmSync(folder, { recursive: true }));

async function validating(rules: string): Promise<{ code: string; send: (input: JsonObject) => unknown }> {
  const file = join(folder, `${rules}.ts`);
  writeFileSync(
    file,
    `import { validate } from '${LIB}validate.ts';
     import { ${rules} } from '${LIB}rules.gen.ts';
     export function request(ctx) { validate(${rules}, ctx.args, ''); return {}; }
     export function response(ctx) { return ctx.result; }`,
  );
  const bundle = join(folder, `${rules}.js`);
  await bundleResolver(file, bundle);
  const code = readFileSync(bundle, 'utf8');
  const loaded = loadResolverCode({ name: rules, file: `${rules}.js`, code });
  return { code, send: (args) => loaded.request(evaluationContext({ arguments: args })).error };
}

const create = await validating('mutationCreateProjectArguments');

describe('validate as AppSync runs it', () => {
  it('stays far below the largest resolver that AppSync takes', () => {
    expect(create.code.length).toBeLessThan(12_000);
  });

  it('holds the rules of its own field alone', () => {
    expect(create.code).not.toContain('sourceUrl');
  });

  it.each([
    ['plain text', { title: 'Wave', slug: 'wave', tags: ['sea'] }],
    ['an emoji outside the first plane', { title: 'A 🌊 wave', description: '🌊'.repeat(30_000) }],
    ['line breaks', { description: 'one\n\ttwo\r\n' }],
    ['nested inputs', { links: [{ label: 'Site', url: 'https://example.org/\u00e9' }] }],
  ])('accepts %s', (_name, input) => {
    expect(create.send({ input })).toBeNull();
  });

  it.each([
    ['a line break at the end of a slug', { slug: 'wave\n' }, 'input.slug'],
    ['U+0000', { title: 'a\u0000' }, 'input.title'],
    ['half a surrogate pair, high', { title: 'a\ud83c' }, 'input.title'],
    ['half a surrogate pair, low', { title: '\udf0aa' }, 'input.title'],
    [
      'a scheme that runs code',
      { links: [{ label: 'x', url: 'javascript:alert(1)' }] },
      'input.links[0].url',
    ],
    ['a text that is too long', { title: 'x'.repeat(2001) }, 'input.title'],
  ])('refuses %s and names it', (_name, input, field) => {
    expect(create.send({ input })).toMatchObject({
      type: 'BadInput',
      data: null,
      info: { field, problems: [{ field }] },
    });
  });
});

describe('the name of a file as AppSync checks it', async () => {
  const { send } = await validating('mutationCreateAssetArguments');

  it.each(['wave.jpg', '大浪 (1831).jpg', 'Größe – „1“.png', 'פרח.png', '👩‍🎨.png', ''])(
    'accepts %j',
    (fileName) => {
      expect(send({ input: { fileName } })).toBeNull();
    },
  );

  it.each([
    'a\u0007.jpg',
    'a\nb.jpg',
    'a.jpg\n',
    'a\u007f',
    'a\u0085',
    'one\u202Egnp.exe',
    'a\u2066b',
    'a\u2029',
  ])('refuses %j', (fileName) => {
    expect(send({ input: { fileName } })).toMatchObject({
      type: 'BadInput',
      info: { field: 'input.fileName' },
    });
  });
});
