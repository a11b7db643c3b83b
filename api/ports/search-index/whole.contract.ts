/** The contract of the search index: rebuilding it, comparing it, and forgetting a tenant. */
import { describe, expect, it } from 'vitest';
import { documentOf, titles, useFixture, type StartTwin } from './fixture.testing.ts';
import type { Standing } from './port.ts';

/** Registers the tests; call it inside `describe`. */
export function wholeContract(start: StartTwin): void {
  const fixture = useFixture(start);
  const { mine, everyones, put, write, setVectors, settle, vector, document } = fixture;

  const standing = async (): Promise<Standing[]> => {
    const mineOnly: Standing[] = [];
    for await (const one of fixture.index.standing('tenant')) {
      if (one.tenantId === fixture.tenant) mineOnly.push(one);
    }
    return mineOnly;
  };

  describe('a rebuild', () => {
    it('shows the old until it is finished, and takes in what comes meanwhile', async () => {
      const kept = document('Kept sheet');
      const changed = document('Sheet to change');
      const removed = document('Sheet to remove');
      await put('tenant', kept, changed, removed, document('Sheet that the table lost'));

      const rebuild = await fixture.index.rebuild('tenant');
      await rebuild.apply([{ document: kept }, { document: changed }]);
      const late = { ...changed, title: 'Changed sheet', version: 2 };
      await put('tenant', late);
      await write('tenant', [{ remove: { docKey: removed.docKey, tenantId: fixture.tenant, version: 2 } }]);
      await rebuild.apply([{ document: removed }, { document: changed }]);
      await setVectors('tenant', [
        { docKey: late.docKey, tenantId: fixture.tenant, version: 2, text: vector(0) },
      ]);
      const before = titles(await mine({ text: 'sheet' })).toSorted();
      await rebuild.finish();
      await settle();

      expect(before).toEqual(['Changed sheet', 'Kept sheet', 'Sheet that the table lost']);
      expect(titles(await mine({ text: 'sheet' })).toSorted()).toEqual(['Changed sheet', 'Kept sheet']);
      expect((await mine({ mode: 'semantic', text: 'x', vector: vector(0) })).without).toBeUndefined();
      expect(await put('tenant', removed)).toEqual(['stale']);
    });

    it('that is given up leaves everything as it was', async () => {
      await put('tenant', document('Standing'));

      const rebuild = await fixture.index.rebuild('tenant');
      await rebuild.apply([{ document: document('Half made') }]);
      await rebuild.abort();
      await settle();

      expect(titles(await mine({}))).toEqual(['Standing']);
      await put('tenant', document('After'));
      expect((await mine({})).hits).toHaveLength(2);
    });
  });

  it('tells what stands, in order, with versions and models', async () => {
    const [one, two, three] = ['One', 'Two', 'Three'].map((title) => document(title, { version: 3 }));
    await put('tenant', one!, two!, three!, documentOf(fixture.other, 'Foreign'));
    await write('tenant', [{ remove: { docKey: two!.docKey, tenantId: fixture.tenant, version: 4 } }]);
    await setVectors('tenant', [{ ...three!, text: vector(0) }]);

    const wanted: Standing[] = [
      { docKey: one!.docKey, tenantId: fixture.tenant, version: 3 },
      { docKey: three!.docKey, tenantId: fixture.tenant, version: 3, model: 'plane@1' },
    ];
    expect(await standing()).toEqual(wanted.toSorted((a, b) => (a.docKey < b.docKey ? -1 : 1)));
  });

  it('forgets a tenant in both scopes, and nobody else', async () => {
    const own = document('Own draft', { tags: ['farewell'] });
    const foreign = documentOf(fixture.other, 'Foreign draft');
    await put('tenant', own, foreign);
    await put('public', document('Own work'));
    await setVectors('tenant', [{ ...own, text: vector(0) }]);

    await fixture.index.forget(fixture.tenant);
    await settle();

    expect((await mine({ text: 'draft' })).hits).toEqual([]);
    expect((await mine({ mode: 'semantic', text: 'draft', vector: vector(0) })).hits).toEqual([]);
    expect((await mine({ facets: ['tag'] })).facets.tag ?? []).toEqual([]);
    expect((await everyones({})).hits).toEqual([]);
    expect(await fixture.suggest('own')).toEqual([]);
    expect(await standing()).toEqual([]);
    const theirs = await fixture.index.search(
      { scope: 'tenant', tenantId: fixture.other },
      { mode: 'text', text: 'draft', limit: 5 },
    );
    expect(titles(theirs)).toEqual(['Foreign draft']);
  });
}
