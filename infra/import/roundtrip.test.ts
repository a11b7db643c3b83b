import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createProjectInput, createTenantInput } from '#api/resolvers/_lib/rules.gen.ts';
import type { Rules } from '#api/resolvers/_lib/validate.ts';
import { importCatalogue } from './catalogue.ts';
import { imageFolder } from './image-folder.ts';
import { parseMapping, type Mapping } from './mapping.ts';
import {
  compareGraphql,
  compareHtml,
  compareRest,
  expectedArtist,
  expectedWork,
  type Expected,
} from './roundtrip.ts';
import { readRows, type CatalogueRecord } from './rows.ts';
import { fakePlatform } from './testing.ts';
import type { Credit, KnownArtist } from './work.ts';
import type { Fact } from './record.ts';

const local = (name: string): string => new URL(name, import.meta.url).pathname;
const mappingIn = (name: string): Mapping => parseMapping(JSON.parse(readFileSync(local(name), 'utf8')));

async function recordsIn(name: string): Promise<CatalogueRecord[]> {
  const records: CatalogueRecord[] = [];
  for await (const { record } of readRows(local(name))) records.push(record ?? {});
  return records;
}

/** What the schema's limits say against an input; undefined when it may pass. */
function against(rules: Rules, values: Record<string, unknown>, path = 'input'): string | undefined {
  const problems = Object.entries(values).flatMap(([field, value]) => {
    const rule = rules[field] ?? {};
    const entries: unknown[] = Array.isArray(value) ? value : [value];
    if (Array.isArray(value) && value.length > (rule.maxItems ?? Infinity))
      return [`${path}.${field}: too many`];
    return entries.map((entry) => {
      if (typeof entry === 'object' && entry !== null) {
        return against(rule.fields ?? {}, entry as Record<string, unknown>, `${path}.${field}`);
      }
      const length = typeof entry === 'string' ? entry.length : undefined;
      const fits =
        length === undefined ||
        (length >= (rule.minLength ?? 0) &&
          length <= (rule.maxLength ?? Infinity) &&
          new RegExp(rule.pattern ?? '').test(entry as string));
      return fits ? undefined : `${path}.${field}: ${String(entry).slice(0, 40)}`;
    });
  });
  return problems.find((problem) => problem !== undefined);
}

const limits = (operation: string, input: Record<string, unknown>): string | undefined =>
  operation === 'createProject'
    ? against(createProjectInput, input)
    : operation === 'createTenant'
      ? against(createTenantInput, input)
      : undefined;

async function imported(mapping: Mapping, artists: string, works: string) {
  const platform = fakePlatform({ refuse: limits });
  const report = await importCatalogue({
    api: platform.api,
    artists: readRows(local(artists)),
    works: readRows(local(works)),
    mapping,
    publish: true,
    sleep: async () => undefined,
  });
  const byRef = (items: Map<string, Record<string, unknown>>, id: unknown) =>
    [...items.values()].find(({ externalRef }) => externalRef === id) ?? {};
  return {
    report,
    tenant: (id: unknown) => byRef(platform.tenants, id),
    project: (id: unknown) => byRef(platform.projects, id),
  };
}

/** A page as the site writes it: every field in an element of its own. */
function page(fields: Expected): string {
  const escaped = (text: unknown): string =>
    String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const element = (field: string, text: unknown, key?: string): string =>
    `<p data-field="${field}"${key === undefined ? '' : ` data-key="${escaped(key)}"`} dir="auto">${escaped(text)}</p>`;
  const parts = Object.entries(fields).map(([field, value]) => {
    if (value === null) return '';
    if (field === 'facts') {
      const facts = value as Fact[];
      return facts
        .map(({ key, label, value: text }) => element('factLabel', label, key) + element('fact', text, key))
        .join('');
    }
    if (field === 'credits') {
      const credits = value as Credit[];
      return credits
        .map(
          ({ name, role }) =>
            (role === null ? '' : element('creditRole', role)) + element('creditName', name),
        )
        .join('');
    }
    if (typeof value === 'number')
      return `<data data-field="${field}" value="${value}">around ${value}</data>`;
    return (Array.isArray(value) ? value : [value]).map((entry) => element(field, entry)).join('');
  });
  return `<!doctype html><html lang="en"><head><title>t</title></head><body><main>${parts.join('\n')}</main></body></html>`;
}

describe('the odd records', async () => {
  const mapping = mappingIn('mappings/museum.json');
  const [artists, works] = [
    await recordsIn('fixtures/hard-artists.jsonl'),
    await recordsIn('fixtures/hard-works.jsonl'),
  ];
  const { report, tenant, project } = await imported(
    mapping,
    'fixtures/hard-artists.jsonl',
    'fixtures/hard-works.jsonl',
  );
  const known = (id: string) => tenant(id) as unknown as KnownArtist;

  it('are all taken', () => {
    expect(report.rows).toEqual([]);
    expect(report.works).toMatchObject({ created: 44, published: 44, refused: 0 });
    expect(report.artists).toMatchObject({ created: 60 + 4, refused: 0 });
  });

  it.each(works)('come back as they were given: $id', (record) => {
    const expected = expectedWork(record, mapping, known);

    expect(compareGraphql(expected, project(record.id))).toEqual([]);
    expect(compareRest(expected, JSON.stringify(project(record.id)))).toEqual([]);
    expect(compareHtml(expected, page(expected))).toEqual([]);
    expect(project(record.id).title).toBe(record.title ?? 'Untitled');
  });

  it.each(artists)('have artists that come back as they were given: $id', (record) => {
    const { handle } = tenant(record.id) as { handle: string };
    const expected = expectedArtist(record, mapping, handle);

    expect(compareGraphql(expected, { kind: 'PERSON', ...tenant(record.id) })).toEqual([]);
    expect(compareHtml(expected, page(expected))).toEqual([]);
    expect(handle).toBe(record.handle);
  });

  it('may write a carriage return by its number: HTML keeps that one', () => {
    const expected = expectedWork(works.find(({ id }) => id === 'moma:13687') ?? {}, mapping, known);

    expect(compareHtml(expected, page(expected).replaceAll('\r', '&#13;'))).toEqual([]);
  });

  it('are found wanting where anything differs', () => {
    const record = works.find(({ id }) => id === 'moma:13687') ?? {};
    const expected = expectedWork(record, mapping, known);
    const title = String(expected.title);

    const trimmed = {
      ...expected,
      title: title.replaceAll('\r\n', ' '),
      facts: (expected.facts as Fact[]).slice(1),
    };

    expect(title).toContain('\r\n');
    expect(compareGraphql(expected, trimmed).map(({ field }) => field)).toEqual(['title', 'facts']);
    expect(compareHtml(expected, page(trimmed)).map(({ field }) => field)).toEqual([
      'title',
      'fact',
      'factLabel',
    ]);
    expect(compareHtml(expected, page({ ...expected, medium: null })).map(({ field }) => field)).toEqual([
      'medium',
    ]);
    expect(compareHtml(expected, page({ ...expected, period: 'added' })).map(({ field }) => field)).toEqual([
      'period',
    ]);
  });
});

describe('the samples', () => {
  it('are taken whole, with every picture', async () => {
    const platform = fakePlatform({ refuse: limits });
    const samples = '../../content/samples';

    const report = await importCatalogue({
      api: platform.api,
      upload: platform.upload,
      artists: readRows(local(`${samples}/artists.jsonl`)),
      works: readRows(local(`${samples}/works.jsonl`)),
      logs: readRows(local(`${samples}/logs.jsonl`)),
      images: await imageFolder(local(`${samples}/images`)),
      mapping: mappingIn(`${samples}/mapping.json`),
      publish: true,
      sleep: async () => undefined,
    });

    expect(report.rows).toEqual([]);
    expect(report.images.created).toBe(30);
    expect(report.artists.published).toBe(14);
    expect(
      [...platform.assets.values()].every(({ contentType }) =>
        /^image\/(webp|jpeg)$/.test(String(contentType)),
      ),
    ).toBe(true);
  });
});
