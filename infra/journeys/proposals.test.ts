import { afterAll, beforeAll, expect, test, describe } from 'vitest';
import type { Proposal } from '#api/types.gen.ts';
import { storedItems } from './isolation-table.testing.ts';
import { must } from './isolation-tenant.testing.ts';
import { plantProposal } from './proposals.testing.ts';
import { FIELDS, MODEL, startProposing, type Proposing } from './proposing.testing.ts';

let all: Proposing;
let platform: Proposing['platform'];
let client: Proposing['client'];
let token: Proposing['token'];
let foreign: Proposing['foreign'];
let tenantId: Proposing['tenantId'];
let newProject: Proposing['newProject'];
let plant: Proposing['plant'];
let readProject: Proposing['readProject'];
let accept: Proposing['accept'];
let upload: Proposing['upload'];

beforeAll(async () => {
  all = await startProposing();
  ({ platform, client, token, foreign, tenantId, newProject, plant, readProject, accept, upload } = all);
});
afterAll(() => all.remove());

describe('a proposal', () => {
  test('is listed with its receipt and what accepting it changes, and read by itself', async () => {
    const projectId = await newProject();
    const planted = await plant(projectId, { field: 'SUMMARY', values: ['A quiet harbour.'] });
    await plant(projectId, { field: 'TAGS', values: ['sea'], state: 'REJECTED' });

    const { proposals } = await must<{ proposals: { items: Proposal[] } }>(
      platform,
      token,
      `query($p:ID!){proposals(projectId:$p,state:PROPOSED){items{${FIELDS}} next}}`,
      { p: projectId },
    );
    const rest = await platform.rest(token, 'GET', `/v1/projects/${projectId}/proposals/${planted.id}`);

    expect(proposals.items).toEqual([
      expect.objectContaining({
        id: planted.id,
        state: 'PROPOSED',
        targetEntity: 'PROJECT',
        targetId: projectId,
        targetField: 'description',
        automatic: false,
        receipt: { model: MODEL, passage: `${MODEL} passage`, confidence: 0.9 },
      }),
    ]);
    expect(await rest.json()).toMatchObject({ id: planted.id, values: ['A quiet harbour.'] });
  });

  test("accepted, it is a person's edit of the field and keeps its receipt", async () => {
    const projectId = await newProject();
    const { id } = await plant(projectId, { field: 'SUMMARY', values: ['A quiet harbour.'] });

    const { data } = await accept(projectId, id, { expectedVersion: 1 });

    expect(data?.acceptProposal).toMatchObject({
      state: 'ACCEPTED',
      editedValues: null,
      targetVersion: 2,
      decidedBy: tenantId,
      receipt: { model: MODEL },
    });
    expect(await readProject(projectId)).toMatchObject({
      version: 2,
      description: 'A quiet harbour.',
      updatedBy: tenantId,
    });
  });

  test('edited over REST, what the person made of it stands in the field', async () => {
    const projectId = await newProject({ tags: ['night'] });
    const { id } = await plant(projectId, { field: 'TAGS', values: ['sea', 'boat'] });

    const answer = await platform.rest(token, 'POST', `/v1/projects/${projectId}/proposals/${id}/accept`, {
      body: { values: ['Night', 'harbour'], expectedVersion: 1 },
    });

    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      values: ['sea', 'boat'],
      editedValues: ['Night', 'harbour'],
    });
    expect(await readProject(projectId)).toMatchObject({ tags: ['night', 'harbour'] });
  });

  test('without a field of its own becomes facts', async () => {
    const projectId = await newProject({ facts: [{ key: 'accession', label: 'No.', value: '7' }] });
    const { id } = await plant(projectId, { field: 'PEOPLE', values: ['Ada', 'Bo'] });

    await accept(projectId, id, { expectedVersion: 1 });

    expect((await readProject(projectId)).facts).toEqual([
      { key: 'accession', label: 'No.', value: '7' },
      { key: 'person', label: 'Person', value: 'Ada' },
      { key: 'person', label: 'Person', value: 'Bo' },
    ]);
  });

  test('rejected, nothing else changes, and it can still be accepted', async () => {
    const projectId = await newProject();
    const { id } = await plant(projectId, { field: 'TITLE', values: ['Harbour'] });

    const rejected = await platform.rest(token, 'POST', `/v1/projects/${projectId}/proposals/${id}/reject`);
    const between = await readProject(projectId);
    const accepted = await accept(projectId, id, { expectedVersion: 1 });
    const tooLate = await platform.rest(token, 'POST', `/v1/projects/${projectId}/proposals/${id}/reject`);

    expect(await rejected.json()).toMatchObject({ state: 'REJECTED', decidedBy: tenantId });
    expect(between).toMatchObject({ version: 1, title: 'Untold' });
    expect(accepted.data?.acceptProposal.state).toBe('ACCEPTED');
    expect([tooLate.status, ((await tooLate.json()) as { type: string }).type]).toEqual([
      409,
      expect.stringMatching(/proposal-decided$/),
    ]);
  });

  test.each<[string, object, string, string]>([
    ['at an old version', { expectedVersion: 7 }, 'VersionConflict', 'input.expectedVersion'],
    ['without a version', {}, 'BadInput', 'input.expectedVersion'],
    ['with no value', { values: [], expectedVersion: 1 }, 'BadInput', 'input.values'],
    ['with two values for one text', { values: ['a', 'b'], expectedVersion: 1 }, 'BadInput', 'input.values'],
    [
      'with a value that the field does not take',
      { values: ['§'], expectedVersion: 1 },
      'BadInput',
      'input.values[0]',
    ],
  ])('accepted %s is refused and changes nothing', async (_, input, type, field) => {
    const projectId = await newProject();
    const { id } = await plant(projectId, { field: 'LANGUAGE', values: ['en'] });

    const { errors } = await accept(projectId, id, input);

    expect(errors?.[0]).toMatchObject({ errorType: type, errorInfo: { field } });
    expect(await readProject(projectId)).toMatchObject({ version: 1 });
  });

  test('is taken over once, also where two people do it at the same time', async () => {
    const projectId = await newProject();
    const { id } = await plant(projectId, { field: 'SUMMARY', values: ['Once.'] });

    const answers = await Promise.all([1, 2, 3].map(() => accept(projectId, id, { expectedVersion: 1 })));

    expect(answers.filter(({ data }) => data?.acceptProposal).length).toBe(1);
    expect(await readProject(projectId)).toMatchObject({ version: 2 });
  });

  test('of another tenant is nowhere to be found', async () => {
    const projectId = await newProject();
    const { id } = await plant(projectId, { field: 'SUMMARY', values: ['Secret nachtigall.'] });

    const answers = await Promise.all([
      accept(projectId, id, { expectedVersion: 1 }, foreign),
      platform.graphql(foreign, 'query($p:ID!,$id:ID!){proposal(projectId:$p,id:$id){values}}', {
        p: projectId,
        id,
      }),
      platform.graphql(foreign, 'query($p:ID!){proposals(projectId:$p){items{values}}}', { p: projectId }),
      platform.graphql(foreign, 'mutation($p:ID!,$id:ID!){rejectProposal(projectId:$p,id:$id){values}}', {
        p: projectId,
        id,
      }),
    ]);

    expect(answers.map(({ errors }) => errors?.[0]?.errorType)).toEqual(Array(4).fill('NotFound'));
    expect(JSON.stringify(answers)).not.toContain('nachtigall');
  });

  test('of an inspiration goes where the inspiration is', async () => {
    const { createInspiration } = await must<{ createInspiration: { id: string } }>(
      platform,
      token,
      'mutation{createInspiration(input:{title:"Saved"}){id}}',
    );
    const { id: inspirationId } = createInspiration;
    const of = {
      tenantId,
      inspirationId,
      entity: 'INSPIRATION' as const,
      entityId: inspirationId,
    };
    await plantProposal(client, { ...of, id: 'CREATOR-1', field: 'CREATOR', values: ['Li'] }, MODEL);
    await plantProposal(
      client,
      { ...of, id: 'SOURCE_SITE-1', field: 'SOURCE_SITE', values: ['Tide'] },
      MODEL,
    );

    const base = `/v1/inspirations/${inspirationId}`;
    const listed = await platform.rest(token, 'GET', `${base}/proposals`);
    await platform.rest(token, 'POST', `${base}/proposals/CREATOR-1/accept`, {
      body: { expectedVersion: 1 },
    });
    await platform.rest(token, 'POST', `${base}/proposals/SOURCE_SITE-1/accept`, {
      body: { expectedVersion: 2 },
    });
    const read = await platform.rest(token, 'GET', base);

    expect(((await listed.json()) as { items: Proposal[] }).items.map(({ id }) => id)).toEqual([
      'CREATOR-1',
      'SOURCE_SITE-1',
    ]);
    expect(await read.json()).toMatchObject({
      version: 3,
      creator: 'Li',
      facts: [{ key: 'source-site', label: 'Site', value: 'Tide' }],
    });
  });
});

test('what is deleted takes its proposals with it', async () => {
  const projectId = await newProject();
  const assetId = await upload(projectId);
  const { id } = await plant(projectId, {
    entity: 'ASSET',
    entityId: assetId,
    field: 'CAPTION',
    values: ['Gone soon.'],
  });
  const stays = await plant(projectId, { field: 'MOOD', values: ['calm'] });
  const { createInspiration } = await must<{ createInspiration: { id: string } }>(
    platform,
    token,
    'mutation{createInspiration(input:{title:"Saved"}){id}}',
  );
  const inspirationId = createInspiration.id;
  await plantProposal(
    client,
    {
      id: 'TITLE-1',
      tenantId,
      inspirationId,
      entity: 'INSPIRATION',
      entityId: inspirationId,
      field: 'TITLE',
      values: ['x'],
    },
    MODEL,
  );

  await must(
    platform,
    token,
    'mutation($p:ID!,$a:ID!,$i:ID!){deleteAsset(projectId:$p,id:$a,expectedVersion:1){id} deleteInspiration(id:$i,expectedVersion:1){id}}',
    { p: projectId, a: assetId, i: inspirationId },
  );
  await platform.settled();

  const items = await storedItems(client);
  const left = items.map((item) => item.id?.S ?? '').filter((one) => [id, stays.id, 'TITLE-1'].includes(one));
  expect(left).toEqual([stays.id]);
});
