/** The contract of the search index: words of one tenant never come out for another. */
import { describe, expect, it } from 'vitest';
import { documentOf, useFixture, type StartTwin } from './fixture.testing.ts';
import { FACETS, type SearchDocument, type SearchQuery } from './port.ts';

/** A word of each field, which nobody else writes; those of other tenants are a letter away. */
const CANARIES = ['xanthoria', 'quokkaberg', 'zyzzyvase', 'fjordlumen'];

const planted = (tenantId: string, kind: SearchDocument['kind']): SearchDocument =>
  documentOf(tenantId, 'Xanthoria study', {
    kind,
    projectId: 'quokkaberg',
    people: ['Quokkaberg'],
    tags: ['zyzzyvase', 'SEA'],
    medium: 'fjordlumen on paper',
    classification: 'zyzzyvase',
    licence: 'fjordlumen',
    language: 'quokkaberg',
    body: `Notes: ${CANARIES.join(' ')}.`,
    yearFrom: 1200,
  });

/** Registers the tests; call it inside `describe`. */
export function leaksContract(start: StartTwin): void {
  const fixture = useFixture(start);

  describe('words of foreign tenants and of drafts', () => {
    it('come out nowhere: no hit, facet, highlight, correction, suggestion, neighbour or error', async () => {
      const { tenant, other, index, vector } = fixture;
      const foreign = (['work', 'log', 'asset', 'inspiration'] as const).map((kind) => planted(other, kind));
      const own = documentOf(tenant, 'A quiet sea', { tags: ['sea'], yearFrom: 1900 });
      await fixture.put('tenant', ...foreign, own);
      await fixture.put('public', documentOf(tenant, 'An open sea', { tags: ['sea'] }));
      await fixture.setVectors(
        'tenant',
        [...foreign, own].map(({ docKey, tenantId, version }) => ({
          docKey,
          tenantId,
          version,
          text: vector(0),
          image: vector(0, 'look@1'),
        })),
      );

      const texts = [
        ...CANARIES,
        ...CANARIES.map((word) => `${word.slice(0, 4)}${word.slice(5)}`),
        ...CANARIES.map((word) => word.slice(0, 5)),
        'sea',
        '',
      ];
      const asked: SearchQuery[] = (['text', 'semantic', 'hybrid', 'similar', 'image'] as const).flatMap(
        (mode) =>
          texts.flatMap((text) =>
            [
              {},
              { tags: ['zyzzyvase'] },
              { tenantId: other },
              { projectId: 'quokkaberg' },
              { tags: ['sea'] },
            ].map((filters): SearchQuery => ({
              mode,
              text,
              vector: vector(0),
              image: vector(0, 'look@1'),
              like: foreign[0]!.docKey,
              facets: FACETS,
              limit: 50,
              // The public scope may hold what other tests published: only this tenant's is asked for.
              filters,
            })),
          ),
      );
      const answers: unknown[] = [];
      for (const query of asked) {
        answers.push(await index.search({ scope: 'tenant', tenantId: tenant }, query));
        const mine = { ...query, filters: { ...query.filters, tenantId: tenant } };
        answers.push(await index.search({ scope: 'public' }, mine));
      }
      for (const text of texts) {
        answers.push(await index.suggest({ scope: 'tenant', tenantId: tenant }, text, 20));
        answers.push(await index.suggest({ scope: 'public' }, text, 20));
      }

      const told = JSON.stringify(answers).toLowerCase();
      expect(told).toContain('a quiet sea');
      for (const canary of CANARIES) expect(told).not.toContain(canary);
      expect(told).not.toContain(other.toLowerCase());
      // The spelling of a shared tag is each tenant's own.
      expect(JSON.stringify(answers)).not.toContain('"SEA"');
    });

    it('are gone from corrections and facets when their document goes', async () => {
      const { tenant } = fixture;
      const secret = planted(tenant, 'work');
      await fixture.put('tenant', secret, documentOf(tenant, 'A quiet sea'));
      expect((await fixture.mine({ text: 'xanthorai' })).didYouMean).toBe('xanthoria');

      await fixture.write('tenant', [{ remove: { docKey: secret.docKey, tenantId: tenant, version: 2 } }]);

      const after = [
        await fixture.mine({ text: 'xanthorai sea', facets: FACETS }),
        await fixture.suggest('xanth'),
        await fixture.mine({ facets: FACETS }),
      ];
      const told = JSON.stringify(after).toLowerCase();
      for (const canary of CANARIES) expect(told).not.toContain(canary);
    });
  });
}
