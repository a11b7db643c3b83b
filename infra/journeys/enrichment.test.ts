import { afterAll, beforeAll, expect, test, describe } from 'vitest';
import { must } from './isolation-tenant.testing.ts';
import { plantMark, plantRun } from './proposals.testing.ts';
import { startProposing, type Proposing } from './proposing.testing.ts';

const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

let all: Proposing;
let platform: Proposing['platform'];
let client: Proposing['client'];
let token: Proposing['token'];
let foreign: Proposing['foreign'];
let tenantId: Proposing['tenantId'];
let newProject: Proposing['newProject'];

beforeAll(async () => {
  all = await startProposing();
  ({ platform, client, token, foreign, tenantId, newProject } = all);
});
afterAll(() => all.remove());

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

  test('is one, however often it is asked for at once', async () => {
    const projectId = await newProject();
    const graphql = async () => {
      const query = 'mutation($id:ID!){enrichProject(id:$id){id}}';
      const answer = await must<{ enrichProject: { id: string } }>(platform, token, query, { id: projectId });
      return answer.enrichProject.id;
    };
    const rest = async () => {
      const answer = await platform.rest(token, 'POST', `/v1/projects/${projectId}/enrich`);
      return ((await answer.json()) as { id: string }).id;
    };

    const ids = await Promise.all([graphql, rest, graphql, rest, graphql, rest].map((call) => call()));

    expect(new Set(ids).size).toBe(1);
  });

  test('that is at work is handed back until something of the subject changes; one that is over is not', async () => {
    const projectId = await newProject();
    const assetId = await all.upload(projectId);
    const ask = async (path: string) => {
      const answer = await platform.rest(token, 'POST', path);
      return ((await answer.json()) as { id: string }).id;
    };
    const project = `/v1/projects/${projectId}/enrich`;
    const asset = `/v1/projects/${projectId}/assets/${assetId}/enrich`;
    const requestedAt = new Date().toISOString();
    const of = { tenantId, state: 'RUNNING' as const, requestedAt, startedAt: requestedAt };
    await plantRun(client, { ...of, id: 'ATWORK', subject: 'PROJECT', entityId: projectId });
    await plantRun(client, { ...of, id: 'ATASSET', subject: 'ASSET', entityId: assetId });
    await plantMark(client, tenantId, projectId, 'ATWORK');
    await plantMark(client, tenantId, assetId, 'ATASSET');

    const unchanged = [await ask(project), await ask(asset), await ask(project)];
    await must(
      platform,
      token,
      'mutation($p:ID!){createLogEntry(projectId:$p,input:{title:"A day",body:"It rained."}){id}}',
      { p: projectId },
    );
    const changed = await ask(project);
    const untouched = await ask(asset);
    await must(platform, token, 'mutation{cancelEnrichment(id:"ATASSET"){id}}');
    const anew = await ask(asset);

    expect(unchanged).toEqual(['ATWORK', 'ATASSET', 'ATWORK']);
    expect(changed).toMatch(ULID);
    expect(untouched).toBe('ATASSET');
    expect(anew).toMatch(ULID);
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
