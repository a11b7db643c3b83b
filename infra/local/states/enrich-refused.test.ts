/** What a person refused or took back stays so, whatever later runs find. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Proposal } from '#api/enrichment.ts';
import { projectProposalSk, projectSk, tenantKey } from '#api/resolvers/_lib/keys.ts';
import { answerOf, fakeAnalysis, openWorld, type World } from './enrich.testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A project whose places are those that its description names. */
async function placing(description: string) {
  const place = (value: string) => ({ value, confidence: 0.9, passage: value });
  const bench = world.bench({
    analysis: fakeAnalysis(({ text }) =>
      Promise.resolve(
        answerOf({
          places: ['Lisbon', 'Berlin', 'Rome'].filter((name) => text.includes(name)).map(place),
        }),
      ),
    ),
  });
  const projectId = await bench.project({ description });
  const read = async (): Promise<Proposal> => {
    const [proposal] = await bench.proposals(`PROJECT#${projectId}`);
    if (!proposal) throw new Error('Nothing was proposed.');
    return proposal;
  };
  return {
    bench,
    read,
    async enrich(words: string) {
      const project = tenantKey(bench.tenantId, projectSk(projectId));
      await bench.table.put({ ...(await bench.table.get(project)), ...project, description: words });
      await bench.enrich({ subject: 'PROJECT', entityId: projectId });
      return read();
    },
    async decide(changes: Partial<Proposal>) {
      const proposal = await read();
      const key = tenantKey(bench.tenantId, projectProposalSk(projectId, proposal.id));
      await bench.table.put({ ...proposal, ...key, ...changes, revision: proposal.revision + 1 });
    },
  };
}

describe('what a person decided', () => {
  it.each(['REJECTED', 'REVERTED'] as const)(
    '(%s) comes back only as proposed, and without what was refused',
    async (state) => {
      const { bench, enrich, decide } = await placing('Lisbon.');
      await enrich('Lisbon.');
      await decide({ state, decidedBy: 'somebody' });
      await bench.settings({ automaticFields: ['PLACES'] });

      const same = await enrich('Lisbon!');
      const more = await enrich('Lisbon and Berlin.');
      const later = await enrich('Lisbon, Berlin and Rome.');

      expect(same).toMatchObject({ state, values: ['Lisbon'], decidedBy: 'somebody' });
      expect(more).toMatchObject({ state: 'PROPOSED', values: ['Berlin'] });
      expect(later).toMatchObject({ state: 'PROPOSED', values: ['Berlin', 'Rome'] });
      for (const one of [more, later]) expect(one).not.toHaveProperty('automatic');
    },
  );

  it('while a run writes is heard', async () => {
    const { bench, enrich, decide } = await placing('Lisbon.');
    await enrich('Lisbon.');
    bench.before('enrich-propose', () => decide({ state: 'REJECTED' }));

    const after = await enrich('Lisbon and Berlin.');

    expect(after).toMatchObject({ state: 'PROPOSED', values: ['Berlin'] });
  });
});

it('each time that a run writes a proposal anew, its revision grows', async () => {
  const { enrich } = await placing('Lisbon.');

  const first = await enrich('Lisbon.');
  const second = await enrich('Lisbon and Berlin.');

  expect(second.id).toBe(first.id);
  expect([first.revision, second.revision]).toEqual([1, 2]);
});
