/** What a person decides on is what was read, and what machines took over by themselves can be refused. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plantProposal, plantRun } from './proposals.testing.ts';
import { FIELDS, MODEL, startProposing, type Proposing } from './proposing.testing.ts';

let all: Proposing;
beforeAll(async () => {
  all = await startProposing();
});
afterAll(() => all.remove());

const automatic = { state: 'ACCEPTED' as const, automatic: true, previousValues: null };

const reject = (p: string, id: string, expectedRevision?: number) =>
  all.platform.graphql<{ rejectProposal: Record<string, unknown> }>(
    all.token,
    `mutation($p:ID!,$id:ID!,$r:Int){rejectProposal(projectId:$p,id:$id,expectedRevision:$r){${FIELDS}}}`,
    { p, id, r: expectedRevision },
  );

async function problemOf(answer: Response): Promise<unknown> {
  const { type, errors } = (await answer.json()) as { type: string; errors?: object[] };
  return [answer.status, type.split('/').at(-1), errors?.[0]];
}

describe('a value that was taken over by itself', () => {
  test('is refused over GraphQL, and then neither automatic nor among what was accepted', async () => {
    const projectId = await all.newProject();
    const { id } = await all.plant(projectId, { field: 'MOOD', values: ['calm'], ...automatic }, 'alone@1');

    const { data } = await reject(projectId, id);
    const reverted = await all.platform.rest(all.token, 'POST', '/v1/proposals/revert', {
      body: { model: 'alone@1' },
    });

    expect(data?.rejectProposal).toMatchObject({
      state: 'REJECTED',
      automatic: false,
      decidedBy: all.tenantId,
      revision: 2,
    });
    expect(await reverted.json()).toMatchObject({ reverted: 0, left: [] });
  });

  test('is refused over REST, also of an inspiration', async () => {
    const made = await all.platform.rest(all.token, 'POST', '/v1/inspirations', { body: { title: 'Saved' } });
    const { id: inspirationId } = (await made.json()) as { id: string };
    const of = {
      tenantId: all.tenantId,
      inspirationId,
      entity: 'INSPIRATION' as const,
      entityId: inspirationId,
    };
    await plantProposal(
      all.client,
      { ...of, id: 'CREATOR-1', field: 'CREATOR', values: ['Li'], ...automatic },
      MODEL,
    );

    const answer = await all.platform.rest(
      all.token,
      'POST',
      `/v1/inspirations/${inspirationId}/proposals/CREATOR-1/reject`,
    );

    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      state: 'REJECTED',
      automatic: false,
      decidedBy: all.tenantId,
    });
  });

  test('that a person confirmed is not refused', async () => {
    const projectId = await all.newProject();
    const { id } = await all.plant(projectId, { field: 'MOOD', values: ['calm'], ...automatic });
    await all.accept(projectId, id, { expectedVersion: 1 });

    const { errors } = await reject(projectId, id);

    expect(errors?.[0]?.errorType).toBe('ProposalDecided');
  });
});

describe('a proposal that was written anew since it was read', () => {
  test('is neither accepted nor refused', async () => {
    const projectId = await all.newProject();
    const { id } = await all.plant(projectId, { field: 'SUMMARY', values: ['New.'], revision: 2 });
    const path = `/v1/projects/${projectId}/proposals/${id}`;

    const answers = [
      await all.accept(projectId, id, { expectedVersion: 1, expectedRevision: 1 }),
      await reject(projectId, id, 1),
    ];
    const accepting = await all.platform.rest(all.token, 'POST', `${path}/accept`, {
      body: { expectedVersion: 1, expectedRevision: 1 },
    });
    const refusing = await all.platform.rest(all.token, 'POST', `${path}/reject?expectedRevision=1`);

    const info = { received: 1, current: 2 };
    expect(answers.map(({ errors }) => errors?.[0])).toMatchObject([
      { errorType: 'VersionConflict', errorInfo: { field: 'input.expectedRevision', ...info } },
      { errorType: 'VersionConflict', errorInfo: { field: 'expectedRevision', ...info } },
    ]);
    expect(await problemOf(accepting)).toMatchObject([
      409,
      'version-conflict',
      { field: '/expectedRevision' },
    ]);
    expect(await problemOf(refusing)).toMatchObject([409, 'version-conflict', { field: 'expectedRevision' }]);
    expect(await all.readProject(projectId)).toMatchObject({ version: 1 });
  });

  test.each([2, null])('is decided on by its revision of now (%s)', async (expectedRevision) => {
    const projectId = await all.newProject();
    const { id } = await all.plant(projectId, { field: 'SUMMARY', values: ['New.'], revision: 2 });

    const rejected = await reject(projectId, id, expectedRevision ?? undefined);
    const accepted = await all.accept(projectId, id, {
      expectedVersion: 1,
      expectedRevision: expectedRevision && 3,
    });

    expect(rejected.data?.rejectProposal).toMatchObject({ state: 'REJECTED', revision: 3 });
    expect(accepted.data?.acceptProposal).toMatchObject({ state: 'ACCEPTED', revision: 4 });
  });
});

describe('blank and doubled values', () => {
  test('of an accepted proposal: blank ones are refused by name, doubled ones count once', async () => {
    const projectId = await all.newProject();
    const { id } = await all.plant(projectId, { field: 'PEOPLE', values: ['Ada'] });

    const blank = await all.accept(projectId, id, { values: ['Bo', '   '], expectedVersion: 1 });
    const doubled = await all.accept(projectId, id, { values: ['Bo', 'Bo'], expectedVersion: 1 });

    expect(blank.errors?.[0]).toMatchObject({
      errorType: 'BadInput',
      errorInfo: { field: 'input.values[1]' },
    });
    expect(doubled.data?.acceptProposal.editedValues).toEqual(['Bo']);
  });

  test("of a tenant's choice", async () => {
    const change = (body: object) => all.platform.rest(all.token, 'PATCH', '/v1/me/enrichment', { body });

    const blank = await change({ vocabulary: ['a', '  '], expectedVersion: 1 });
    const doubled = await change({
      vocabulary: ['a', 'b', 'a'],
      automaticFields: ['TAGS', 'TAGS'],
      expectedVersion: 1,
    });

    expect(await problemOf(blank)).toMatchObject([400, 'bad-input', { field: '/vocabulary/1' }]);
    expect(await doubled.json()).toMatchObject({ vocabulary: ['a', 'b'], automaticFields: ['TAGS'] });
  });
});

test('a run that is stopped twice answers as it is, unchanged', async () => {
  await plantRun(all.client, {
    ...{ tenantId: all.tenantId, subject: 'PROJECT', entityId: 'none' },
    id: 'STOPPEDTWICE',
  });
  const cancel = () => all.platform.rest(all.token, 'POST', '/v1/enrichments/STOPPEDTWICE/cancel');

  const first = (await (await cancel()).json()) as object;
  const second = await cancel();

  expect(first).toMatchObject({ state: 'CANCELLED', revision: 2 });
  expect(second.status).toBe(200);
  expect(await second.json()).toEqual(first);
});
