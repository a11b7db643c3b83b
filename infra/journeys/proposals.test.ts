import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Proposal as Stored } from '#api/enrichment.ts';
import type { Proposal } from '#api/types.gen.ts';
import { tableClient } from './isolation-table.testing.ts';
import { must, picture, sha256Of } from './isolation-tenant.testing.ts';
import { DEMO, MEMBER, publicProfile, startTestPlatform, type TestPlatform } from './platform.testing.ts';
import { plantProposal, plantRun } from './proposals.testing.ts';

const MODEL = 'seer@1';

let platform: TestPlatform;
let client: DynamoDBClient;
let token: string;
let foreign: string;
let tenantId: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  client = tableClient(platform);
  token = await platform.signIn(DEMO);
  foreign = await platform.signIn(MEMBER);
  tenantId = await publicProfile(platform, token, 'amsel');
  await publicProfile(platform, foreign, 'drossel');
});
afterAll(async () => {
  client.destroy();
  await platform.remove();
});

const FIELDS = `id projectId inspirationId entity entityId field values editedValues state targetEntity targetId
  targetField targetVersion automatic decidedBy revision receipt { model passage confidence }`;

async function newProject(input: object = {}): Promise<string> {
  const { createProject } = await must<{ createProject: { id: string } }>(
    platform,
    token,
    'mutation($input:CreateProjectInput!){createProject(input:$input){id}}',
    { input: { title: 'Untold', ...input } },
  );
  return createProject.id;
}

let count = 0;

const plant = (
  projectId: string,
  given: Partial<Stored> & Pick<Stored, 'field' | 'values'>,
  model = MODEL,
): Promise<Stored> =>
  plantProposal(
    client,
    {
      id: `${given.field}-${(count += 1).toString(16).padStart(16, '0')}`,
      tenantId,
      projectId,
      entity: 'PROJECT',
      entityId: projectId,
      ...given,
    },
    model,
  );

const readProject = async (id: string): Promise<Record<string, unknown>> => {
  const { project } = await must<{ project: Record<string, unknown> }>(
    platform,
    token,
    `query($id:ID!){project(id:$id){version description tags title updatedBy facts{key label value}
      logs{items{title body audience assetIds}}}}`,
    { id },
  );
  return project;
};

const accept = (projectId: string, id: string, input: object, credential = token) =>
  platform.graphql<{ acceptProposal: Proposal }>(
    credential,
    `mutation($p:ID!,$id:ID!,$input:AcceptProposalInput!){acceptProposal(projectId:$p,id:$id,input:$input){${FIELDS}}}`,
    { p: projectId, id, input },
  );

describe("a tenant's choice", () => {
  test('has defaults, is changed by owners at the version that was read, and stays', async () => {
    const before = await platform.rest(token, 'GET', '/v1/me/enrichment');
    const changed = await platform.rest(token, 'PATCH', '/v1/me/enrichment', {
      body: { automaticFields: ['ALT_TEXT'], vocabulary: ['woodcut'], expectedVersion: 1 },
    });
    const late = await platform.rest(token, 'PATCH', '/v1/me/enrichment', {
      body: { mode: 'OFF', expectedVersion: 1 },
    });
    const cleared = await must(
      platform,
      token,
      'mutation{updateEnrichmentSettings(input:{vocabulary:null,monthlyTokens:5},expectedVersion:2){mode automaticFields vocabulary monthlyTokens version}}',
    );

    expect(await before.json()).toMatchObject({ mode: 'ON_REQUEST', automaticFields: [], version: 1 });
    expect([changed.status, late.status]).toEqual([200, 409]);
    expect(cleared.updateEnrichmentSettings).toEqual({
      mode: 'ON_REQUEST',
      automaticFields: ['ALT_TEXT'],
      vocabulary: [],
      monthlyTokens: 5,
      version: 3,
    });
  });
});

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
      'input.values',
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

/** A picture that is ready, in a project. */
async function upload(projectId: string): Promise<string> {
  const bytes = await picture('#336699');
  const { createAsset } = await must<{
    createAsset: {
      asset: { id: string };
      upload: { url: string; headers: { name: string; value: string }[] };
    };
  }>(
    platform,
    token,
    'mutation($p:ID!,$input:CreateAssetInput!){createAsset(projectId:$p,input:$input){asset{id} upload{url headers{name value}}}}',
    {
      p: projectId,
      input: { fileName: 'note.png', contentType: 'image/png', size: bytes.length, sha256: sha256Of(bytes) },
    },
  );
  const { asset, upload: signed } = createAsset;
  await fetch(signed.url, {
    method: 'PUT',
    headers: Object.fromEntries(signed.headers.map(({ name, value }) => [name, value])),
    body: new Uint8Array(bytes),
  });
  await must(platform, token, 'mutation($p:ID!,$id:ID!){completeUpload(projectId:$p,id:$id){id}}', {
    p: projectId,
    id: asset.id,
  });
  await platform.settled();
  return asset.id;
}

describe('what is published', () => {
  const publish = async (projectId: string): Promise<string> => {
    const { publishProject } = await must<{ publishProject: { slug: string } }>(
      platform,
      token,
      'mutation($id:ID!,$v:Int!){publishProject(id:$id,expectedVersion:$v){slug}}',
      { id: projectId, v: (await readProject(projectId)).version },
    );
    await platform.settled();
    return (await platform.page(`/@amsel/${publishProject.slug}/`)).html;
  };

  test('holds nothing of a proposal before somebody accepts it', async () => {
    const projectId = await newProject({ slug: 'unaccepted' });
    const assetId = await upload(projectId);
    const { id } = await plant(projectId, { field: 'SUMMARY', values: ['Machine words.'] });
    await plant(projectId, {
      entity: 'ASSET',
      entityId: assetId,
      field: 'ALT_TEXT',
      values: ['Machine alt.'],
    });

    const before = await publish(projectId);
    await accept(projectId, id, { expectedVersion: 1 });
    const after = await publish(projectId);

    expect(before).toContain('Untold');
    expect(before).not.toContain('Machine');
    expect(after).toContain('Machine words.');
    expect(after).not.toContain('Machine alt.');
  });

  test('marks what the tenant lets stand by itself, until a person writes there', async () => {
    const projectId = await newProject({ slug: 'automatic' });
    const assetId = await upload(projectId);
    await plant(projectId, {
      entity: 'ASSET',
      entityId: assetId,
      field: 'ALT_TEXT',
      values: ['A blue field.'],
      state: 'ACCEPTED',
      automatic: true,
    });

    const marked = await publish(projectId);
    const { publicProject } = await must<{ publicProject: { images: object[] } }>(
      platform,
      token,
      '{publicProject(handle:"amsel",slug:"automatic"){images{altText machineMade{field model values}}}}',
    );
    await must(
      platform,
      token,
      'mutation($p:ID!,$id:ID!){updateAsset(projectId:$p,id:$id,expectedVersion:1,input:{altText:"Blue, by hand."}){id}}',
      { p: projectId, id: assetId },
    );
    const byHand = await publish(projectId);

    expect(publicProject.images).toEqual([
      { altText: 'A blue field.', machineMade: [{ field: 'altText', model: MODEL, values: null }] },
    ]);
    expect(marked).toContain('alt="A blue field."');
    expect(marked).toContain(MODEL);
    expect(byHand).toContain('alt="Blue, by hand."');
    expect(byHand).not.toContain(MODEL);
  });

  test('a transcript becomes a private entry, which no page shows', async () => {
    const projectId = await newProject({ slug: 'spoken' });
    const assetId = await upload(projectId);
    const { id } = await plant(projectId, {
      entity: 'ASSET',
      entityId: assetId,
      field: 'TRANSCRIPT',
      values: ['[00:00:01] Machine words.'],
    });

    const { data } = await accept(projectId, id, {});

    expect(data?.acceptProposal).toMatchObject({
      targetEntity: 'LOG',
      targetField: 'body',
      targetVersion: 1,
    });
    expect(await readProject(projectId)).toMatchObject({
      version: 1,
      logs: {
        items: [
          { title: 'note.png', body: '[00:00:01] Machine words.', audience: 'PRIVATE', assetIds: [assetId] },
        ],
      },
    });
    expect(await publish(projectId)).not.toContain('Machine words.');
  });
});

describe('taking back', () => {
  const revert = (model: string, cursor?: string) =>
    must<{
      revertProposals: { reverted: number; left: { id: string; reason: string }[]; next: string | null };
    }>(
      platform,
      token,
      'mutation($input:RevertProposalsInput!){revertProposals(input:$input){reverted left{id reason} next}}',
      { input: { model, cursor } },
    );

  test('puts back what stood there, says what was changed since, and can be repeated', async () => {
    const model = 'hasty@2';
    const [kept, changed] = [await newProject({ description: 'Mine.', tags: ['mine'] }), await newProject()];
    const summary = await plant(kept, { field: 'SUMMARY', values: ['Theirs.'] }, model);
    const tags = await plant(kept, { field: 'TAGS', values: ['theirs'] }, model);
    const mood = await plant(kept, { field: 'MOOD', values: ['calm'] }, model);
    const voice = await plant(kept, { field: 'TRANSCRIPT', values: ['Said.'] }, model);
    const title = await plant(changed, { field: 'TITLE', values: ['Theirs'] }, model);
    const other = await plant(changed, { field: 'SUMMARY', values: ['Of another.'] }, 'careful@1');
    let version = 0;
    for (const { id } of [summary, tags, mood]) await accept(kept, id, { expectedVersion: (version += 1) });
    await accept(kept, voice.id, {});
    await accept(changed, title.id, { expectedVersion: 1 });
    await accept(changed, other.id, { expectedVersion: 2 });
    await must(
      platform,
      token,
      'mutation($id:ID!){updateProject(id:$id,expectedVersion:3,input:{title:"Ours"}){id}}',
      { id: changed },
    );

    const first = await revert(model);
    const again = await revert(model);

    expect(first.revertProposals).toEqual({
      reverted: 4,
      left: [{ id: title.id, reason: 'The field has been changed since.' }],
      next: null,
    });
    expect(again.revertProposals).toMatchObject({ reverted: 0, left: [{ id: title.id }] });
    await platform.settled();
    expect(await readProject(kept)).toMatchObject({
      description: 'Mine.',
      tags: ['mine'],
      facts: null,
      logs: { items: [] },
      updatedBy: tenantId,
    });
    expect(await readProject(changed)).toMatchObject({ title: 'Ours', description: 'Of another.' });
  });

  test('another tenant takes back nothing of it', async () => {
    const projectId = await newProject();
    const { id } = await plant(projectId, { field: 'SUMMARY', values: ['Stays.'] }, 'shared@1');
    await accept(projectId, id, { expectedVersion: 1 });

    const answer = await platform.rest(foreign, 'POST', '/v1/proposals/revert', {
      body: { model: 'shared@1' },
    });

    expect(await answer.json()).toEqual({ reverted: 0, left: [], next: null });
    expect(await readProject(projectId)).toMatchObject({ description: 'Stays.' });
  });
});

describe('a run', () => {
  test('is asked for, read and listed; of what is not there, none begins', async () => {
    const projectId = await newProject();

    const asked = await platform.rest(token, 'POST', `/v1/projects/${projectId}/enrich`);
    const { id } = (await asked.json()) as { id: string };
    const read = await platform.rest(token, 'GET', `/v1/enrichments/${id}`);
    const listed = await platform.rest(token, 'GET', '/v1/enrichments?limit=1');
    const missing = await platform.rest(token, 'POST', '/v1/projects/01BX5ZZKBKACTAV9WEVGEMMVRZ/enrich');
    const foreignly = await platform.rest(foreign, 'POST', `/v1/projects/${projectId}/enrich`);

    expect(asked.status).toBe(200);
    expect(await read.json()).toMatchObject({ id, subject: 'PROJECT', projectId, entityId: projectId });
    expect(await listed.json()).toMatchObject({ items: [{ id }] });
    expect([missing.status, foreignly.status]).toEqual([404, 404]);
  });

  test('is stopped by a person once; one that is over stays as it is', async () => {
    const of = { tenantId, subject: 'PROJECT' as const, entityId: 'none' };
    await plantRun(client, { ...of, id: 'RUNNINGNOW' });
    await plantRun(client, { ...of, id: 'ALLOVER', state: 'SUCCEEDED' });

    const stopped = await platform.rest(token, 'POST', '/v1/enrichments/RUNNINGNOW/cancel');
    const again = await platform.rest(token, 'POST', '/v1/enrichments/RUNNINGNOW/cancel');
    const over = await platform.rest(token, 'POST', '/v1/enrichments/ALLOVER/cancel');

    expect(await stopped.json()).toMatchObject({ state: 'CANCELLED' });
    expect([again.status, over.status]).toEqual([200, 409]);
  });

  test('is refused where the tenant has switched enrichment off', async () => {
    const projectId = await newProject();
    const { enrichmentSettings } = await must<{ enrichmentSettings: { version: number } }>(
      platform,
      token,
      '{enrichmentSettings{version}}',
    );
    await must(
      platform,
      token,
      'mutation($v:Int!){updateEnrichmentSettings(input:{mode:OFF},expectedVersion:$v){mode}}',
      { v: enrichmentSettings.version },
    );

    const answer = await platform.rest(token, 'POST', `/v1/projects/${projectId}/enrich`);

    expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([
      409,
      expect.stringMatching(/enrichment-off$/),
    ]);
  });
});
