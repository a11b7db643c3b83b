/**
 * The contract of the search index: one suite that every twin passes. What is written is awaited with `settle` before
 * it is asked for, since not every twin shows it at once.
 */
import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { documentOf, titles, useFixture, type StartTwin } from './fixture.testing.ts';
import { leaksContract } from './leaks.contract.ts';
import { shuffled } from './order.testing.ts';
import { vectorsContract } from './vectors.contract.ts';
import { wholeContract } from './whole.contract.ts';
import { wordsContract } from './words.contract.ts';
import { InvalidSearchCursor, type Change } from './port.ts';

/** Registers the suite's tests; call it inside `describe`. Each part starts a twin of its own. */
export function searchIndexContract(start: StartTwin): void {
  describe('of documents', () => documentsContract(start));
  describe('of words', () => wordsContract(start));
  describe('of vectors', () => vectorsContract(start));
  describe('of the whole', () => wholeContract(start));
  describe('of leaks', () => leaksContract(start));
}

function documentsContract(start: StartTwin): void {
  const fixture = useFixture(start);
  const { mine, everyones, put, write } = fixture;

  describe('what stands', () => {
    it('is found by its words, with what a list needs to know', async () => {
      const document = documentOf(fixture.tenant, 'The Great Wave', {
        projectId: 'p1',
        path: 'the-great-wave',
        version: 7,
        people: ['Hokusai'],
      });

      await put('public', document, documentOf(fixture.tenant, 'Red Fuji'));

      const found = await everyones({ text: 'wave' });
      expect(found.hits).toMatchObject([
        {
          docKey: document.docKey,
          tenantId: fixture.tenant,
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
      const at = (version: number) => documentOf(fixture.tenant, `State ${version}`, { entityId, version });

      expect(await put('tenant', at(5))).toEqual(['applied']);
      expect(await put('tenant', at(4))).toEqual(['stale']);
      expect(await put('tenant', at(5))).toEqual(['stale']);

      expect(titles(await mine({ text: 'state' }))).toEqual(['State 5']);
    });

    it('is gone once removed, and a late older state does not bring it back', async () => {
      const document = documentOf(fixture.tenant, 'Burnt letters', { version: 3 });
      const { docKey } = document;
      await put('tenant', document);

      expect(await write('tenant', [{ remove: { docKey, tenantId: fixture.tenant, version: 4 } }])).toEqual([
        'applied',
      ]);
      expect(await put('tenant', document)).toEqual(['stale']);

      expect((await mine({ text: 'burnt' })).hits).toEqual([]);
      expect((await mine({})).hits).toEqual([]);
      expect(await put('tenant', { ...document, version: 5 })).toEqual(['applied']);
      expect(titles(await mine({ text: 'burnt' }))).toEqual(['Burnt letters']);
    });

    it('is gone for good when it is removed at the largest version', async () => {
      const document = fixture.document('Deleted', { version: 2 ** 50 });
      await put('tenant', document);
      const { docKey } = document;
      const version = Number.MAX_SAFE_INTEGER;

      expect(await write('tenant', [{ remove: { docKey, tenantId: fixture.tenant, version } }])).toEqual([
        'applied',
      ]);
      expect(await put('tenant', { ...document, version })).toEqual(['stale']);
      expect((await mine({})).hits).toEqual([]);
    });

    it.each([1, 2, 3])('is the same whatever order changes come in, doubled (seed %i)', async (seed) => {
      const ids = Array.from({ length: 6 }, () => ulid());
      const changes = ids.flatMap((entityId, at): Change[] => [
        ...[1, 2, 3].map((version) => ({
          document: documentOf(fixture.tenant, `Sheet ${at} state ${version}`, { entityId, version }),
        })),
        ...(at % 2 === 0
          ? [{ remove: { docKey: `work#${entityId}`, tenantId: fixture.tenant, version: 4 } }]
          : []),
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
      await put(
        'tenant',
        documentOf(fixture.tenant, 'Secret harbour'),
        documentOf(fixture.other, 'Foreign harbour'),
      );
      await put('public', documentOf(fixture.tenant, 'Open harbour'));

      expect(titles(await mine({ text: 'harbour' }))).toEqual(['Secret harbour']);
      expect(titles(await mine({}))).toEqual(['Secret harbour']);
      expect((await mine({ text: 'harbour', filters: { tenantId: fixture.other } })).hits).toEqual([]);
      expect(titles(await everyones({ text: 'harbour' }))).toEqual(['Open harbour']);
    });
  });

  describe('cursors', () => {
    it('lead through everything once', async () => {
      const all = Array.from({ length: 25 }, (_, at) =>
        documentOf(fixture.tenant, `Leaf ${at} of a sketchbook`),
      );
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
      await put('tenant', ...[1, 2, 3].map((at) => documentOf(fixture.tenant, `Plate ${at}`)));
      const { next = '' } = await mine({ text: 'plate', limit: 1 });
      expect(next).not.toBe('');

      const refused = [
        mine({ text: 'plates', limit: 1, after: next }),
        mine({ text: 'plate', limit: 1, after: next, filters: { kinds: ['log'] } }),
        mine({ text: 'plate', mode: 'hybrid', limit: 1, after: next }),
        fixture.index.search(
          { scope: 'tenant', tenantId: fixture.other },
          { mode: 'text', text: 'plate', limit: 1, after: next },
        ),
        fixture.index.search({ scope: 'public' }, { mode: 'text', text: 'plate', limit: 1, after: next }),
        ...['', 'x', '%%%', 'MTA=', `${next}x`].map((after) => mine({ text: 'plate', limit: 1, after })),
      ];

      for (const one of refused) await expect(one).rejects.toThrow(InvalidSearchCursor);
    });
  });
}
