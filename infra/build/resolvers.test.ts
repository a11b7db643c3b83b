import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ResolverRow } from '../inventory.types.ts';
import { buildResolvers, resolverCodes } from './resolvers.ts';

let folder: string;
let sources: string;
let outdir: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resolvers-'));
  sources = join(folder, 'sources');
  outdir = join(folder, 'out');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const unit: ResolverRow = { type: 'Query', field: 'a', kind: 'UNIT', code: 'Query.a', dataSource: 'None' };
const pipeline: ResolverRow = {
  type: 'Query',
  field: 'b',
  kind: 'PIPELINE',
  code: 'pipelines/plain',
  steps: [
    { code: 'steps/read', dataSource: 'Table' },
    { code: 'steps/read', dataSource: 'None' },
  ],
};

function write(code: string, text = `export function request() { return '${code}'; }`): void {
  const file = join(sources, `${code}.ts`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function writeAll(): void {
  for (const code of resolverCodes([unit, pipeline])) write(code);
}

describe('resolverCodes', () => {
  it('names each code once, steps and pipelines too', () => {
    expect(resolverCodes([unit, pipeline])).toEqual(['Query.a', 'pipelines/plain', 'steps/read']);
  });
});

describe('buildResolvers', () => {
  it('writes a file for each code, in the folder of its code', async () => {
    writeAll();

    const files = await buildResolvers({ resolvers: [unit, pipeline] }, outdir, { sources });

    expect([...files]).toEqual([
      ['Query.a', join(outdir, 'Query.a.js')],
      ['pipelines/plain', join(outdir, 'pipelines/plain.js')],
      ['steps/read', join(outdir, 'steps/read.js')],
    ]);
    expect(readFileSync(join(outdir, 'steps/read.js'), 'utf8')).toContain(
      "'steps/read'".replaceAll("'", '"'),
    );
  });

  it('writes nothing while nothing has changed', async () => {
    writeAll();
    await buildResolvers({ resolvers: [unit] }, outdir, { sources });
    const stamped = () => statSync(join(outdir, '.stamp.json'), { bigint: true }).mtimeNs;
    const before = stamped();

    await buildResolvers({ resolvers: [unit] }, outdir, { sources });

    expect(stamped()).toBe(before);
  });

  it.each([
    ['the source itself changes', () => write('Query.a', `export const request = () => 'new';`)],
    ['what it imports changes', () => write('_lib/word', `export const word = 'new';`)],
  ])('bundles again when %s', async (_, change) => {
    write('_lib/word', `export const word = 'old';`);
    write('Query.a', `import { word } from './_lib/word.ts'; export const request = () => word;`);
    await buildResolvers({ resolvers: [unit] }, outdir, { sources });

    change();
    await buildResolvers({ resolvers: [unit] }, outdir, { sources });

    expect(readFileSync(join(outdir, 'Query.a.js'), 'utf8')).toContain('"new"');
  });

  it('bundles again when a file is gone, and removes files of codes that are gone', async () => {
    writeAll();
    await buildResolvers({ resolvers: [unit, pipeline] }, outdir, { sources });
    rmSync(join(outdir, 'Query.a.js'));

    await buildResolvers({ resolvers: [unit] }, outdir, { sources });

    expect(existsSync(join(outdir, 'Query.a.js'))).toBe(true);
    expect(existsSync(join(outdir, 'steps/read.js'))).toBe(false);
  });

  it('names the sources that do not exist', async () => {
    write('Query.a');

    const building = buildResolvers({ resolvers: [unit, pipeline] }, outdir, { sources });

    await expect(building).rejects.toThrow(/pipelines\/plain\.ts, steps\/read\.ts/);
  });

  it('refuses what AppSync would refuse, and is not taken for finished afterwards', async () => {
    write('Query.a', `export const request = (ctx: any) => ctx.args.list.sort();`);

    const attempts = await Promise.allSettled([
      buildResolvers({ resolvers: [unit] }, outdir, { sources }),
      buildResolvers({ resolvers: [unit] }, outdir, { sources }),
    ]);

    expect(attempts.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(existsSync(join(outdir, '.stamp.json'))).toBe(false);
  });
});
