/** The contract of the search index: what vectors do. */
import { describe, expect, it } from 'vitest';
import { titles, useFixture, type StartTwin } from './fixture.testing.ts';
import type { SearchDocument } from './port.ts';

/** Registers the tests; call it inside `describe`. */
export function vectorsContract(start: StartTwin): void {
  const fixture = useFixture(start);
  const { mine, everyones, put, setVectors, vector, document } = fixture;
  const described = (what: SearchDocument, degrees: number, look = degrees) => ({
    docKey: what.docKey,
    tenantId: what.tenantId,
    version: what.version,
    text: vector(degrees),
    image: vector(look, 'look@1'),
  });

  const three = async () => {
    const all = [document('Dog'), document('Puppy'), document('Teapot', { kind: 'log' })] as const;
    await put('tenant', ...all);
    const [dog, puppy, teapot] = all;
    await setVectors('tenant', [described(dog, 0, 90), described(puppy, 10, 0), described(teapot, 80, 10)]);
    return { dog, puppy, teapot };
  };

  describe('vectors', () => {
    it('find by meaning, the nearest first, without a word in common', async () => {
      await three();

      const found = await mine({ mode: 'semantic', text: 'canine', vector: vector(3) });

      expect(titles(found)).toEqual(['Dog', 'Puppy', 'Teapot']);
      expect(found.without).toBeUndefined();
      expect(found.total.count).toBe(3);
    });

    it('are taken out with null, and what is absent stays', async () => {
      const { dog, puppy } = await three();

      await setVectors('tenant', [
        { docKey: dog.docKey, tenantId: dog.tenantId, version: dog.version, text: null },
        { docKey: puppy.docKey, tenantId: puppy.tenantId, version: puppy.version, image: null },
      ]);

      const meant = await mine({ mode: 'semantic', text: 'canine', vector: vector(3) });
      const looks = await mine({ mode: 'image', image: vector(0, 'look@1') });
      expect(titles(meant)).toEqual(['Puppy', 'Teapot']);
      expect(titles(looks)).toEqual(['Teapot', 'Dog']);
    });

    it('keep filters', async () => {
      await three();

      const found = await mine({
        mode: 'semantic',
        text: 'canine',
        vector: vector(0),
        filters: { kinds: ['log'] },
      });

      expect(titles(found)).toEqual(['Teapot']);
    });

    it('are fused with words: what both find comes first, and only what is near comes beside words', async () => {
      await three();
      const vectorOfPuppies = vector(10);

      const found = await mine({ mode: 'hybrid', text: 'dog', vector: vectorOfPuppies, facets: ['kind'] });

      expect(titles(found)).toEqual(['Dog', 'Puppy']);
      expect(found.total.count).toBe(2);
      expect(found.facets.kind).toEqual([{ value: 'work', count: 2 }]);
    });

    it('that are far are answered with words where they hold them', async () => {
      await three();

      const found = await mine({ mode: 'hybrid', text: 'teapot', vector: vector(0) });

      expect(titles(found).toSorted()).toEqual(['Dog', 'Puppy', 'Teapot']);
      expect(found.total.count).toBe(3);
    });

    it('are no more than fifty beside words', async () => {
      const all = Array.from({ length: 60 }, (_, at) => document(`Leaf ${at}`));
      await put('tenant', document('Root'), ...all);
      await setVectors(
        'tenant',
        all.map((one) => described(one, 0)),
      );

      const found = await mine({ mode: 'hybrid', text: 'root', vector: vector(0), limit: 100 });

      expect(found.hits).toHaveLength(51);
      expect(found.total.count).toBe(51);
      expect((await mine({ mode: 'semantic', text: 'root', vector: vector(0) })).total.count).toBe(60);
    });

    it('find what is similar to a document, itself left out', async () => {
      const { dog, teapot } = await three();

      // Meaning and look of the puppy are nearest to both.
      expect(titles(await mine({ mode: 'similar', like: dog.docKey }))[0]).toBe('Puppy');
      expect(titles(await mine({ mode: 'similar', like: teapot.docKey }))[0]).toBe('Puppy');
      expect(titles(await mine({ mode: 'similar', like: dog.docKey }))).not.toContain('Dog');
      const nothing = await mine({ mode: 'similar', like: 'work#nothing' });
      expect(nothing.hits).toEqual([]);
      expect(nothing.like).toBeUndefined();
    });

    it('say what others are similar to, whatever the filters', async () => {
      const { dog } = await three();
      const filters = { medium: ['no such medium'] };

      const { like } = await mine({ mode: 'similar', like: dog.docKey, filters });

      expect(like).toEqual({ docKey: dog.docKey, tenantId: dog.tenantId, kind: 'work' });
    });

    it('find by the look of a picture', async () => {
      await three();

      expect(titles(await mine({ mode: 'image', image: vector(12, 'look@1') }))).toEqual([
        'Teapot',
        'Puppy',
        'Dog',
      ]);
    });

    it('of another model are not compared: words answer, and the answer says so', async () => {
      await three();
      const foreign = vector(0, 'another@1');

      for (const mode of ['hybrid', 'semantic'] as const) {
        const found = await mine({ mode, text: 'teapot', vector: foreign });
        expect(titles(found)).toEqual(['Teapot']);
        expect(found.without).toBe('vectors');
      }
      const seen = await mine({ mode: 'image', image: foreign });
      expect(seen).toMatchObject({ hits: [], without: 'vectors' });
    });

    it('that are not near within the filters are no vectors missing', async () => {
      const { dog } = await three();
      const filters = { yearFrom: 9000 };

      for (const query of [
        { mode: 'hybrid', text: 'dog', vector: vector(0) },
        { mode: 'semantic', text: 'dog', vector: vector(0) },
        { mode: 'image', image: vector(0, 'look@1') },
        { mode: 'similar', like: dog.docKey },
      ] as const) {
        const found = await mine({ ...query, filters });
        expect(found, query.mode).toMatchObject({ hits: [], total: { count: 0 } });
        expect(found.without, query.mode).toBeUndefined();
      }
    });

    it('of the only document have no neighbours, and nothing is missing', async () => {
      const only = document('Dog');
      await put('tenant', only);
      await setVectors('tenant', [described(only, 0)]);

      const found = await mine({ mode: 'similar', like: only.docKey });

      expect(found.hits).toEqual([]);
      expect(found.without).toBeUndefined();
    });

    it('that are not there leave words, also for what is similar', async () => {
      const [one, two] = [document('Red barn', { tags: ['farm'] }), document('Farm in winter')] as const;
      await put('tenant', one, two, document('Teapot'));

      const found = await mine({ mode: 'hybrid', text: 'barn', vector: vector(0) });
      const like = await mine({ mode: 'similar', like: one.docKey });

      expect(titles(found)).toEqual(['Red barn']);
      expect(found.without).toBe('vectors');
      expect(titles(like)).toEqual(['Farm in winter']);
      expect(like.without).toBe('vectors');
    });

    it('are set for the version that stands, and go with it', async () => {
      const first = document('Draft');
      await put('tenant', first);

      expect(await setVectors('tenant', [{ ...described(first, 0), version: 2 }])).toEqual(['stale']);
      expect(await setVectors('tenant', [{ ...described(first, 0), tenantId: fixture.other }])).toEqual([
        'stale',
      ]);
      expect(await setVectors('tenant', [described(first, 0)])).toEqual(['applied']);
      expect((await mine({ mode: 'semantic', text: 'x', vector: vector(0) })).without).toBeUndefined();

      await put('tenant', { ...first, version: 2 });
      expect((await mine({ mode: 'semantic', text: 'x', vector: vector(0) })).without).toBe('vectors');
      expect(await setVectors('tenant', [described(first, 0)])).toEqual(['stale']);
    });

    it('stay in their scope and with their tenant', async () => {
      const { dog } = await three();
      const foreign = document('Foreign dog', { tenantId: fixture.other });
      const open = document('Open dog');
      await put('tenant', foreign);
      await put('public', open);
      await setVectors('tenant', [described(foreign, 0)]);
      await setVectors('public', [described(open, 0)]);

      const near = { text: 'dog', vector: vector(0), image: vector(0, 'look@1') };
      for (const mode of ['semantic', 'hybrid', 'image'] as const) {
        const own = mode === 'hybrid' ? ['Dog', 'Puppy'] : ['Dog', 'Puppy', 'Teapot'];
        expect(titles(await mine({ mode, ...near })).toSorted(), mode).toEqual(own);
        expect(titles(await everyones({ mode, ...near })), mode).toEqual(['Open dog']);
      }
      expect(titles(await mine({ mode: 'similar', like: dog.docKey })).toSorted()).toEqual([
        'Puppy',
        'Teapot',
      ]);
      expect((await mine({ mode: 'similar', like: foreign.docKey })).hits).toEqual([]);
      expect((await everyones({ mode: 'similar', like: dog.docKey })).hits).toEqual([]);
    });

    it('are paged through once', async () => {
      const all = Array.from({ length: 9 }, (_, at) => document(`Leaf ${at}`));
      await put('tenant', ...all);
      await setVectors(
        'tenant',
        all.map((one, at) => described(one, at * 10)),
      );

      for (const mode of ['semantic', 'hybrid'] as const) {
        const seen: string[] = [];
        for (let after: string | undefined; ;) {
          const query = { mode, text: 'leaf', vector: vector(0), limit: 4, ...(after ? { after } : {}) };
          const page = await mine(query);
          seen.push(...page.hits.map(({ docKey }) => docKey));
          after = page.next;
          if (!after) break;
        }
        expect(seen.toSorted(), mode).toEqual(all.map(({ docKey }) => docKey).toSorted());
      }
    });
  });
}
