import { afterAll, beforeAll, expect, test, describe } from 'vitest';
import { must } from './isolation-tenant.testing.ts';
import { plantRun } from './proposals.testing.ts';
import { MODEL, startProposing, type Proposing } from './proposing.testing.ts';

let all: Proposing;
let platform: Proposing['platform'];
let tenantId: Proposing['tenantId'];
let token: Proposing['token'];
let newProject: Proposing['newProject'];
let plant: Proposing['plant'];
let readProject: Proposing['readProject'];
let accept: Proposing['accept'];
let upload: Proposing['upload'];

beforeAll(async () => {
  all = await startProposing();
  ({ platform, tenantId, token, newProject, plant, readProject, accept, upload } = all);
  await choose({ automaticFields: ['ALT_TEXT', 'OCR_TEXT', 'MOOD'] });
});

let chosen = 1;
const choose = (input: object): Promise<unknown> =>
  must(
    platform,
    token,
    'mutation($input:EnrichmentSettingsInput!,$v:Int!){updateEnrichmentSettings(input:$input,expectedVersion:$v){version}}',
    { input, v: chosen++ },
  );
afterAll(() => all.remove());

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

  test('is joined by what the tenant lets stand by itself once it is there, and by nothing else', async () => {
    const projectId = await newProject({ slug: 'joined' });
    const assetId = await upload(projectId);
    const before = await publish(projectId);
    await must(
      platform,
      token,
      'mutation($id:ID!){updateProject(id:$id,expectedVersion:1,input:{description:"Not public yet."}){id}}',
      { id: projectId },
    );
    await plant(projectId, {
      entity: 'ASSET',
      entityId: assetId,
      field: 'ALT_TEXT',
      values: ['A blue field.'],
      state: 'ACCEPTED',
      automatic: true,
    });

    const run = { id: '01JZ5XH5J6K7M8N9P0Q1R2S3T9', tenantId, subject: 'PROJECT', projectId } as const;
    await plantRun(all.client, { ...run, entityId: projectId, state: 'SUCCEEDED' });
    await platform.settled();

    const { html } = await platform.page('/@amsel/joined/');
    expect(before).not.toContain('A blue field.');
    expect(html).toContain('alt="A blue field."');
    expect(html).toContain(MODEL);
    expect(html).not.toContain('Not public yet.');
    expect(await readProject(projectId)).toMatchObject({ version: 2, description: 'Not public yet.' });
  });

  test('holds nothing that was read from a private picture, then or later', async () => {
    const projectId = await newProject({ slug: 'sealed' });
    const assetId = await upload(projectId);
    await must(
      platform,
      token,
      'mutation($p:ID!,$id:ID!){updateAsset(projectId:$p,id:$id,expectedVersion:1,input:{audience:PRIVATE}){id}}',
      { p: projectId, id: assetId },
    );
    const read = (values: string[]) =>
      plant(projectId, {
        ...{ entity: 'ASSET' as const, entityId: assetId, field: 'OCR_TEXT' as const, values },
        ...{ state: 'ACCEPTED' as const, automatic: true },
      });
    await read(['Diary, 3 May.']);

    const published = await publish(projectId);
    await read(['Diary, 4 May.']);
    const run = { id: '01JZ5XH5J6K7M8N9P0Q1R2S3V0', tenantId, subject: 'PROJECT', projectId } as const;
    await plantRun(all.client, { ...run, entityId: projectId, state: 'SUCCEEDED' });
    await platform.settled();

    expect(published).toContain('Untold');
    expect(published).not.toContain('Diary');
    expect((await platform.page('/@amsel/sealed/')).html).not.toContain('Diary');
  });

  test.each<[string, (of: { projectId: string; assetId: string; model: string }) => Promise<unknown>]>([
    [
      'its model is taken back',
      ({ model }) =>
        must(
          platform,
          token,
          'mutation($input:RevertProposalsInput!){revertProposals(input:$input){reverted}}',
          { input: { model } },
        ),
    ],
    [
      'its picture is deleted',
      ({ projectId, assetId }) =>
        must(
          platform,
          token,
          'mutation($p:ID!,$id:ID!){deleteAsset(projectId:$p,id:$id,expectedVersion:1){id}}',
          { p: projectId, id: assetId },
        ),
    ],
    ['the tenant chooses other fields', () => choose({ automaticFields: ['MOOD'] })],
    [
      'the tenant chooses against models',
      async () => {
        await choose({ automaticFields: ['ALT_TEXT', 'OCR_TEXT'], mode: 'OFF' });
      },
    ],
  ])('loses what stood by itself when %s', async (why, takeBack) => {
    await choose({ automaticFields: ['ALT_TEXT', 'OCR_TEXT'], mode: 'ON_REQUEST' });
    const slug = why.replaceAll(' ', '-');
    const projectId = await newProject({ slug });
    const assetId = await upload(projectId);
    const model = `${slug}@1`;
    const standing = { state: 'ACCEPTED' as const, automatic: true };
    const of = { entity: 'ASSET' as const, entityId: assetId, ...standing };
    await plant(projectId, { ...of, field: 'OCR_TEXT', values: ['Harbour sign.'] }, model);
    const before = await publish(projectId);

    await takeBack({ projectId, assetId, model });
    await platform.settled();

    expect(before).toContain('Harbour sign.');
    expect((await platform.page(`/@amsel/${slug}/`)).html).not.toContain('Harbour sign.');
    const { publicProject } = await must<{ publicProject: object }>(
      platform,
      token,
      'query($s:String!){publicProject(handle:"amsel",slug:$s){facts{value} machineMade{field}}}',
      { s: slug },
    );
    expect(JSON.stringify(publicProject)).not.toMatch(/Harbour|"field"/);
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
