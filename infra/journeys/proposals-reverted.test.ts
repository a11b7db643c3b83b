import { afterAll, beforeAll, expect, test, describe } from 'vitest';
import { must } from './isolation-tenant.testing.ts';
import { startProposing, type Proposing } from './proposing.testing.ts';

let all: Proposing;
let platform: Proposing['platform'];
let token: Proposing['token'];
let foreign: Proposing['foreign'];
let tenantId: Proposing['tenantId'];
let newProject: Proposing['newProject'];
let plant: Proposing['plant'];
let readProject: Proposing['readProject'];
let accept: Proposing['accept'];

beforeAll(async () => {
  all = await startProposing();
  ({ platform, token, foreign, tenantId, newProject, plant, readProject, accept } = all);
});
afterAll(() => all.remove());

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

  test('takes it off the public page as well, and nothing else of the draft goes out with it', async () => {
    const model = 'abroad@1';
    const projectId = await newProject({ slug: 'abroad', places: ['Rome'], description: 'As it was.' });
    const places = await plant(projectId, { field: 'PLACES', values: ['Florence'] }, model);
    await accept(projectId, places.id, { expectedVersion: 1 });
    const edited =
      'mutation($id:ID!,$v:Int!){updateProject(id:$id,expectedVersion:$v,input:{description:"Not yet."}){id}}';
    const page = async () => {
      await platform.settled();
      return (await platform.page('/@amsel/abroad/')).html;
    };
    await must(platform, token, 'mutation($id:ID!,$v:Int!){publishProject(id:$id,expectedVersion:$v){id}}', {
      id: projectId,
      v: 2,
    });
    const before = await page();
    await must(platform, token, edited, { id: projectId, v: 2 });

    await revert(model);

    const after = await page();
    expect(before).toContain('Florence');
    expect(after).not.toContain('Florence');
    for (const word of ['Rome', 'As it was.']) expect(after).toContain(word);
    expect(after).not.toContain('Not yet.');
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
