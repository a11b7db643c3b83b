/**
 * The contract of the search index: one suite that every twin passes. What is written is awaited with `settle` before
 * it is asked for, since not every twin shows it at once. Each test has tenants of its own, so that a twin may keep one
 * index for all of them.
 */
import { ulid } from 'ulid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { shuffled } from './contract-order.ts';
import {
  InvalidSearchCursor,
  type Change,
  type Scope,
  type SearchDocument,
  type SearchIndex,
  type SearchQuery,
} from './port.ts';

/** An index to be tried. */
export interface Twin {
  index: SearchIndex;
  /** Waits until what was written is visible. */
  settle(): Promise<void>;
  end(): Promise<void>;
}

/** A document of a tenant. */
export function documentOf(
  tenantId: string,
  title: string,
  more: Partial<SearchDocument> = {},
): SearchDocument {
  const entityId = more.entityId ?? ulid();
  const kind = more.kind ?? 'work';
  return {
    docKey: `${kind}#${entityId}`,
    tenantId,
    kind,
    entityId,
    version: 1,
    title,
    at: '2026-01-01T00:00:00.000Z',
    ...more,
  };
}

/** Registers the suite's tests; call it inside `describe`. */
export function searchIndexContract(start: () => Promise<Twin>): void {
  let twin: Twin;
  let index: SearchIndex;
  let tenant: string;
  let other: string;
  beforeAll(async () => {
    twin = await start();
    index = twin.index;
  });
  afterAll(() => twin.end());
  beforeEach(() => {
    tenant = ulid();
    other = ulid();
  });

  const write = async (scope: Scope, changes: Change[]) => {
    const applied = await index.apply(scope, changes);
    await twin.settle();
    return applied;
  };
  const put = (scope: Scope, ...documents: SearchDocument[]) =>
    write(
      scope,
      documents.map((document) => ({ document })),
    );
  const mine = (query: Partial<SearchQuery>) =>
    index.search({ scope: 'tenant', tenantId: tenant }, { mode: 'text', limit: 20, ...query });
  const everyones = (query: Partial<SearchQuery>) =>
    index.search(
      { scope: 'public' },
      { mode: 'text', limit: 20, ...query, filters: { tenantId: tenant, ...query.filters } },
    );
  const titles = ({ hits }: { hits: Array<{ title: string }> }) => hits.map(({ title }) => title);

  describe('what stands', () => {
    it('is found by its words, with what a list needs to know', async () => {
      const document = documentOf(tenant, 'The Great Wave', {
        projectId: 'p1',
        path: 'the-great-wave',
        version: 7,
        people: ['Hokusai'],
      });

      await put('public', document, documentOf(tenant, 'Red Fuji'));

      const found = await everyones({ text: 'wave' });
      expect(found.hits).toMatchObject([
        {
          docKey: document.docKey,
          tenantId: tenant,
          kind: 'work',
          entityId: document.entityId,
          projectId: 'p1',
          path: 'the-great-wave',
          title: 'The Great Wave',
          version: 7,
        },
      ]);
      expect(found.total).toEqual({ count: 1, atLeast: false });
      expect(found.without).toBeUndefined();
    });

    it('is the newest state, and an older one changes nothing', async () => {
      const entityId = ulid();
      const at = (version: number) => documentOf(tenant, `State ${version}`, { entityId, version });

      expect(await put('tenant', at(5))).toEqual(['applied']);
      expect(await put('tenant', at(4))).toEqual(['stale']);
      expect(await put('tenant', at(5))).toEqual(['stale']);

      expect(titles(await mine({ text: 'state' }))).toEqual(['State 5']);
    });

    it('is gone once removed, and a late older state does not bring it back', async () => {
      const document = documentOf(tenant, 'Burnt letters', { version: 3 });
      const { docKey } = document;
      await put('tenant', document);

      expect(await write('tenant', [{ remove: { docKey, tenantId: tenant, version: 4 } }])).toEqual([
        'applied',
      ]);
      expect(await put('tenant', document)).toEqual(['stale']);

      expect((await mine({ text: 'burnt' })).hits).toEqual([]);
      expect((await mine({})).hits).toEqual([]);
      expect(await put('tenant', { ...document, version: 5 })).toEqual(['applied']);
      expect(titles(await mine({ text: 'burnt' }))).toEqual(['Burnt letters']);
    });

    it.each([1, 2, 3])('is the same whatever order changes come in, doubled (seed %i)', async (seed) => {
      const ids = Array.from({ length: 6 }, () => ulid());
      const changes = ids.flatMap((entityId, at): Change[] => [
        ...[1, 2, 3].map((version) => ({
          document: documentOf(tenant, `Sheet ${at} state ${version}`, { entityId, version }),
        })),
        ...(at % 2 === 0 ? [{ remove: { docKey: `work#${entityId}`, tenantId: tenant, version: 4 } }] : []),
      ]);

      await write('tenant', shuffled([...changes, ...changes], seed));

      expect(titles(await mine({ text: 'sheet' })).sort()).toEqual([
        'Sheet 1 state 3',
        'Sheet 3 state 3',
        'Sheet 5 state 3',
      ]);
      expect(titles(await mine({ text: 'state 2' })).filter((title) => title.endsWith('2'))).toEqual([]);
    });
  });

  describe('scopes', () => {
    it("never mix: a tenant finds its own drafts, nobody else's, and none are public", async () => {
      await put('tenant', documentOf(tenant, 'Secret harbour'), documentOf(other, 'Foreign harbour'));
      await put('public', documentOf(tenant, 'Open harbour'));

      expect(titles(await mine({ text: 'harbour' }))).toEqual(['Secret harbour']);
      expect(titles(await mine({}))).toEqual(['Secret harbour']);
      expect((await mine({ text: 'harbour', filters: { tenantId: other } })).hits).toEqual([]);
      expect(titles(await everyones({ text: 'harbour' }))).toEqual(['Open harbour']);
    });
  });

  describe('cursors', () => {
    it('lead through everything once', async () => {
      const all = Array.from({ length: 25 }, (_, at) => documentOf(tenant, `Leaf ${at} of a sketchbook`));
      await put('tenant', ...all);

      for (const text of ['sketchbook', '']) {
        const seen: string[] = [];
        for (let after: string | undefined; ;) {
          const page = await mine({ text, limit: 10, ...(after ? { after } : {}) });
          expect(page.total.count).toBe(25);
          seen.push(...page.hits.map(({ docKey }) => docKey));
          after = page.next;
          if (!after) break;
        }
        expect(seen.toSorted()).toEqual(all.map(({ docKey }) => docKey).toSorted());
      }
    });

    it('of another query, asker or nowhere are refused', async () => {
      await put('tenant', ...[1, 2, 3].map((at) => documentOf(tenant, `Plate ${at}`)));
      const { next = '' } = await mine({ text: 'plate', limit: 1 });
      expect(next).not.toBe('');

      const refused = [
        mine({ text: 'plates', limit: 1, after: next }),
        mine({ text: 'plate', limit: 1, after: next, filters: { kinds: ['log'] } }),
        mine({ text: 'plate', mode: 'hybrid', limit: 1, after: next }),
        index.search(
          { scope: 'tenant', tenantId: other },
          { mode: 'text', text: 'plate', limit: 1, after: next },
        ),
        index.search({ scope: 'public' }, { mode: 'text', text: 'plate', limit: 1, after: next }),
        ...['', 'x', '%%%', 'MTA=', `${next}x`].map((after) => mine({ text: 'plate', limit: 1, after })),
      ];

      for (const one of refused) await expect(one).rejects.toThrow(InvalidSearchCursor);
    });
  });
}
