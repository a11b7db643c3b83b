import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleResolver, bundleResolvers } from './bundle.ts';
import { loadResolverCode } from './evaluator.ts';
import { evaluationContext } from './fixtures.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resolvers-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe('bundleResolver', () => {
  it('makes of TypeScript and its imports one module that loads', async () => {
    write(
      'keys.ts',
      'export const key = (id: string) => ({ PK: `A#${id}`, SK: "A" }); export const unused = /a/;',
    );
    const entry = write(
      'Query.thing.ts',
      `import { get } from '@aws-appsync/utils/dynamodb';
       import { key } from './keys.ts';
       export const request = (ctx: any) => get({ key: key(ctx.args?.id ?? 'none') });
       export function response(ctx: any) { return ctx.result; }`,
    );
    const outfile = join(folder, 'Query.thing.js');

    await bundleResolver(entry, outfile);

    const code = readFileSync(outfile, 'utf8');
    const loaded = loadResolverCode({ name: 'Query.thing', file: outfile, code });
    const { value } = loaded.request(evaluationContext({ arguments: { id: '1' } }));
    expect(value).toMatchObject({ key: { PK: { S: 'A#1' }, SK: { S: 'A' } } });
  });

  it("refuses esbuild's helper for a namespace that is used as a value", async () => {
    write('keys.ts', 'export const a = 1; export const b = 2;');
    const entry = write(
      'Query.thing.ts',
      `import * as keys from './keys.ts'; export function request(ctx: any) { return keys[ctx.args.name]; }`,
    );

    const bundling = bundleResolver(entry, join(folder, 'out.js'));

    await expect(bundling).rejects.toThrow('Object.defineProperty is not supported');
  });
});

describe('bundleResolvers', () => {
  it('writes a file a resolver, named as its entry', async () => {
    const entries = ['Query.a', 'Mutation.b'].map((name) =>
      write(`${name}.ts`, `export function request() { return '${name}'; }`),
    );

    const files = await bundleResolvers(entries, join(folder, 'out'));

    expect(files).toEqual([join(folder, 'out', 'Query.a.js'), join(folder, 'out', 'Mutation.b.js')]);
    expect(readFileSync(files[1] ?? '', 'utf8')).toContain('Mutation.b');
  });

  it('lists the violations of every file', async () => {
    const entries = ['Query.a', 'Query.b'].map((name) =>
      write(`${name}.ts`, `export function request(ctx: any) { return ctx.args.list.sort(); }`),
    );

    await expect(bundleResolvers(entries, join(folder, 'out'))).rejects.toThrow(
      /Query\.a\.js[^]*Query\.b\.js/,
    );
  });
});
