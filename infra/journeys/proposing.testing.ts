/** What the journeys of proposals begin with. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Proposal } from '#api/enrichment.ts';
import type { Proposal as Shown } from '#api/types.gen.ts';
import { tableClient } from './isolation-table.testing.ts';
import { must, picture, sha256Of } from './isolation-tenant.testing.ts';
import {
  DEMO,
  MEMBER,
  publicProfile,
  startTestPlatform,
  type Answer,
  type TestPlatform,
} from './platform.testing.ts';
import { plantProposal } from './proposals.testing.ts';

/** A platform with a public profile and somebody from elsewhere, and what the journeys of proposals do over and over. */
export interface Proposing {
  platform: TestPlatform;
  client: DynamoDBClient;
  /** The tenant's own. */
  token: string;
  /** Of somebody with a tenant of their own. */
  foreign: string;
  tenantId: string;
  newProject(input?: object): Promise<string>;
  /** A proposal for a project, or for what `given` names in it. */
  plant(
    projectId: string,
    given: Partial<Proposal> & Pick<Proposal, 'field' | 'values'>,
    model?: string,
  ): Promise<Proposal>;
  readProject(id: string): Promise<Record<string, unknown>>;
  accept(
    projectId: string,
    id: string,
    input: object,
    credential?: string,
  ): Promise<Answer<{ acceptProposal: Shown }>>;
  /** A picture that is ready, in a project. */
  upload(projectId: string): Promise<string>;
  remove(): Promise<void>;
}

export const MODEL = 'seer@1';

export const FIELDS = `id projectId inspirationId entity entityId field values editedValues state targetEntity targetId
  targetField targetVersion automatic decidedBy revision receipt { model passage confidence }`;

export async function startProposing(): Promise<Proposing> {
  const platform = await startTestPlatform();
  const client = tableClient(platform);
  const token = await platform.signIn(DEMO);
  const foreign = await platform.signIn(MEMBER);
  const tenantId = await publicProfile(platform, token, 'amsel');
  await publicProfile(platform, foreign, 'drossel');
  let count = 0;
  return {
    platform,
    client,
    token,
    foreign,
    tenantId,
    async newProject(input = {}) {
      const { createProject } = await must<{ createProject: { id: string } }>(
        platform,
        token,
        'mutation($input:CreateProjectInput!){createProject(input:$input){id}}',
        { input: { title: 'Untold', ...input } },
      );
      return createProject.id;
    },
    plant(projectId, given, model = MODEL) {
      const id = `${given.field}-${(count += 1).toString(16).padStart(16, '0')}`;
      const of = { id, tenantId, projectId, entity: 'PROJECT' as const, entityId: projectId };
      return plantProposal(client, { ...of, ...given }, model);
    },
    async readProject(id) {
      const { project } = await must<{ project: Record<string, unknown> }>(
        platform,
        token,
        `query($id:ID!){project(id:$id){version description tags title updatedBy facts{key label value}
          logs{items{title body audience assetIds}}}}`,
        { id },
      );
      return project;
    },
    accept(projectId, id, input, credential = token) {
      return platform.graphql(
        credential,
        `mutation($p:ID!,$id:ID!,$input:AcceptProposalInput!){acceptProposal(projectId:$p,id:$id,input:$input){${FIELDS}}}`,
        { p: projectId, id, input },
      );
    },
    upload: (projectId) => upload(platform, token, projectId),
    async remove() {
      client.destroy();
      await platform.remove();
    },
  };
}

async function upload(platform: TestPlatform, token: string, projectId: string): Promise<string> {
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
