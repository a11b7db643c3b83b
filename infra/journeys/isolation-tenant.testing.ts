/** A tenant with something of everything, whose every text holds a word that can be looked for. */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { statsSk, tenantKey } from '#api/resolvers/_lib/keys.ts';
import type { Targets, Values } from './isolation-attempt.testing.ts';
import { inputValue } from './isolation-values.testing.ts';
import type { TestPlatform } from './platform.testing.ts';
import { plantEnrichment } from './proposals.testing.ts';

/** Somebody who never signs in. */
const OTHER_PERSON = '01BX5ZZKBKACTAV9WEVGEMMVRZ';

/** Words of lower-case letters, so that they fit handles, slugs and paths as well. */
export interface Words {
  /** In what is published as it stands. */
  open: string;
  /** In everything else. */
  secret: string;
}

export interface PlantedTenant {
  tenantId: string;
  handle: string;
  targets: Targets;
  /** Media keys below `/media/` of public copies. */
  publicMedia: string[];
  /** Assets whose picture must never be public. */
  privateAssetIds: string[];
}

interface Created {
  id: string;
  version: number;
}

/** GraphQL that must succeed. @throws Error with what it answered. */
export async function must<T = Record<string, Created>>(
  platform: Pick<TestPlatform, 'graphql'>,
  credential: string,
  query: string,
  variables: Values = {},
  headers: Record<string, string> = {},
): Promise<T> {
  const { data, errors } = await platform.graphql<T>(credential, query, variables, headers);
  if (errors || !data) throw new Error(`${query.slice(0, 80)}: ${JSON.stringify(errors)}`);
  return data;
}

/** A small picture in PNG. */
export async function picture(colour: string): Promise<Buffer> {
  return sharp({ create: { width: 48, height: 32, channels: 3, background: colour } })
    .png()
    .toBuffer();
}

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64');

/** Plants a personal tenant for the person behind `token`. Leaves every consumer at rest. */
export async function plantTenant(
  platform: TestPlatform,
  token: string,
  { open, secret }: Words,
): Promise<PlantedTenant> {
  const create = async (
    type: string,
    word: string,
    given: Values = {},
    projectId?: string,
  ): Promise<Created> => {
    const project = projectId === undefined ? ['', ''] : ['$projectId:ID!,', 'projectId:$projectId,'];
    const answer = await must(
      platform,
      token,
      `mutation(${project[0]}$input:Create${type}Input!){made:create${type}(${project[1]}input:$input){id version}}`,
      {
        projectId,
        input: inputValue(`Create${type}Input`, word, {
          externalRef: `${word}-${type}-${given.slug ?? given.path ?? given.audience ?? ''}`,
          ...given,
        }),
      },
    );
    return answer.made!;
  };
  const act = async (field: string, { id, version }: Created): Promise<Created> => {
    const answer = await must(
      platform,
      token,
      `mutation($id:ID!,$v:Int!){made:${field}(id:$id,expectedVersion:$v){id version}}`,
      { id, v: version },
    );
    return answer.made!;
  };
  const update = async (type: string, of: Created, input: Values): Promise<Created> => {
    const answer = await must(
      platform,
      token,
      `mutation($id:ID!,$v:Int!,$input:Update${type}Input!){made:update${type}(id:$id,input:$input,expectedVersion:$v){id version}}`,
      { id: of.id, v: of.version, input },
    );
    return answer.made!;
  };
  const upload = async (
    projectId: string,
    word: string,
    audience: string,
    colour: string,
  ): Promise<Created> => {
    const bytes = await picture(colour);
    const input = inputValue('CreateAssetInput', word, {
      audience,
      size: bytes.length,
      sha256: sha256Of(bytes),
      position: `a${colour.slice(1)}`,
      externalRef: `${word}-${projectId}-${colour.slice(1)}`,
    });
    const { createAsset } = await must<{
      createAsset: { asset: Created; upload: { url: string; headers: { name: string; value: string }[] } };
    }>(
      platform,
      token,
      'mutation($projectId:ID!,$input:CreateAssetInput!){createAsset(projectId:$projectId,input:$input){asset{id version} upload{url headers{name value}}}}',
      { projectId, input },
    );
    const { url, headers } = createAsset.upload;
    const sent = await fetch(url, {
      method: 'PUT',
      headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
      body: new Uint8Array(bytes),
    });
    if (!sent.ok) throw new Error(`The upload answered ${sent.status}: ${await sent.text()}`);
    await must(
      platform,
      token,
      'mutation($projectId:ID!,$id:ID!){completeUpload(projectId:$projectId,id:$id){id}}',
      {
        projectId,
        id: createAsset.asset.id,
      },
    );
    return createAsset.asset;
  };

  const profile = await must<{ createProfile: Created & { handle: string } }>(
    platform,
    token,
    'mutation($input:CreateTenantInput!){createProfile(input:$input){id version handle}}',
    { input: inputValue('CreateTenantInput', open) },
  );
  const { id: tenantId, handle } = profile.createProfile;
  await must(platform, token, 'mutation{publishProfile(expectedVersion:1){id}}');
  const draft = inputValue('UpdateProfileInput', secret, { handle: undefined });
  for (const expectedVersion of [1, 2, 3]) {
    await must(
      platform,
      token,
      'mutation($input:UpdateProfileInput!,$v:Int!){updateProfile(input:$input,expectedVersion:$v){id}}',
      { input: draft, v: expectedVersion },
    );
  }

  const inspirations = [
    await create('Inspiration', open, { audience: 'PUBLIC' }),
    await create('Inspiration', secret, { audience: 'PRIVATE' }),
  ];
  const credited = {
    inspirationIds: inspirations.map(({ id }) => id),
    coverAssetId: undefined,
    visibility: 'LISTED',
  };
  const projects: Record<string, Created> = {};
  for (const [name, word] of [
    ['draft', secret],
    ['published', open],
    ['unpublished', secret],
    ['deleted', secret],
  ] as const) {
    projects[name] = await create('Project', word, { ...credited, slug: `${word}-${name}` });
  }
  const at = (name: string): Created => projects[name]!;
  const logs: Values[] = [];
  const assets: Values[] = [];
  const privateAssetIds: string[] = [];
  for (const [name, audience, word, colour] of [
    ['draft', 'PUBLIC', secret, '#102030'],
    ['published', 'PUBLIC', open, '#908070'],
    ['published', 'PRIVATE', secret, '#405060'],
    ['unpublished', 'PUBLIC', secret, '#a0b0c0'],
    ['deleted', 'PUBLIC', secret, '#d0e0f0'],
  ] as const) {
    const projectId = at(name).id;
    const asset = await upload(projectId, word, audience, colour);
    const log = await create(
      'LogEntry',
      word,
      { audience, assetIds: [asset.id], externalRef: `${word}-${name}-${audience}` },
      projectId,
    );
    assets.push({ ...asset, projectId });
    logs.push({ ...log, projectId });
    if (word === secret) privateAssetIds.push(asset.id);
  }
  await platform.settled();

  for (const name of ['published', 'unpublished', 'deleted'])
    projects[name] = await act('publishProject', at(name));
  await platform.settled();
  projects.unpublished = await act('unpublishProject', at('unpublished'));
  await must(platform, token, 'mutation($id:ID!,$v:Int!){deleteProject(id:$id,expectedVersion:$v){id}}', {
    id: at('deleted').id,
    v: at('deleted').version,
  });
  const ahead = inputValue('UpdateProjectInput', secret, {
    slug: undefined,
    coverAssetId: undefined,
    inspirationIds: undefined,
  });
  projects.published = await update('Project', at('published'), ahead);

  const pages = [
    await create('Page', secret, { path: `${secret}/draft` }),
    await act('publishPage', await create('Page', open, { path: `${open}/page`, visibility: 'LISTED' })),
  ];
  await update('Page', pages[1]!, inputValue('UpdatePageInput', secret, { path: undefined }));
  const { addMember } = await must<{ addMember: { uid: string; version: number } }>(
    platform,
    token,
    'mutation($input:AddMemberInput!){addMember(input:$input){uid version}}',
    { input: inputValue('AddMemberInput', secret, { role: 'VIEWER', uid: OTHER_PERSON }) },
  );
  const { createToken } = await must<{ createToken: { token: { id: string } } }>(
    platform,
    token,
    'mutation($input:CreateTokenInput!){createToken(input:$input){token{id}}}',
    { input: inputValue('CreateTokenInput', secret) },
  );
  await platform.settled();

  await platform.table.put({
    ...tenantKey(tenantId, statsSk('2026-11-21')),
    ...{ entity: 'stats', tenantId, day: '2026-11-21', views: 3, visitors: 2 },
    terms: [{ name: secret, views: 2, visitors: 1 }],
  });
  const enriched = await plantEnrichment(platform, tenantId, secret, {
    projectId: at('draft').id,
    inspirationId: inspirations[1]!.id,
  });

  const published = await platform.graphql<{ publicProject: { images: { variants: { url: string }[] }[] } }>(
    null,
    'query($handle:String!,$slug:String!){publicProject(handle:$handle,slug:$slug){images{variants{url}}}}',
    { handle, slug: `${open}-published` },
  );
  const images = published.data?.publicProject.images ?? [];
  const publicMedia = images.flatMap(({ variants }) => variants.map(({ url }) => new URL(url).pathname));

  return {
    tenantId,
    handle,
    publicMedia,
    privateAssetIds,
    targets: {
      expectedVersion: 4,
      entities: {
        Project: Object.values(projects).map((project) => ({ ...project, projectId: project.id })),
        LogEntry: logs,
        Asset: assets,
        Inspiration: inspirations.map((item) => ({ ...item })),
        Page: pages.map((item) => ({ ...item })),
        Member: [{ ...addMember }, { uid: tenantId, version: 1 }],
        Token: [{ id: createToken.token.id }],
        ...enriched,
      },
      cursors: await cursorsOf(platform, token, at('draft').id),
      names: {
        tenantId: [tenantId],
        handle: [handle],
        slug: [`${open}-published`, `${secret}-draft`, `${secret}-unpublished`, `${secret}-deleted`],
        from: ['2026-11-01'],
        to: ['2026-11-30', '2026-12-31'],
        path: [`${open}/page`, `${secret}/draft`],
        text: [open, secret].map((word) => word.slice(0, 5)),
        picture: [
          ...publicMedia.slice(0, 1),
          ...privateAssetIds.map((id) => `/media/d/${tenantId}/${id}/0000000000000000-48.webp`),
        ],
      },
    },
  };
}

/** A cursor of each of the tenant's lists that has a second page, and of its public ones. */
async function cursorsOf(platform: TestPlatform, token: string, projectId: string): Promise<string[]> {
  for (const input of [{ body: 'one more' }, { body: 'and another' }]) {
    await must(
      platform,
      token,
      'mutation($p:ID!,$input:CreateLogEntryInput!){createLogEntry(projectId:$p,input:$input){id}}',
      {
        p: projectId,
        input,
      },
    );
  }
  const lists = [
    'projects(limit:1){next}',
    'projects(limit:1,order:TITLE_ASC){next}',
    'inspirations(limit:1){next}',
    'pages(limit:1,order:CREATED_ASC){next}',
    'members(limit:1){next}',
    'tokens(limit:1){next}',
    `logEntries(limit:1,projectId:"${projectId}"){next}`,
    'enrichments(limit:1){next}',
    `proposals(limit:1,projectId:"${projectId}"){next}`,
  ];
  const cursors: string[] = [];
  for (const list of lists) {
    const answer = await must<{ list: { next: string | null } }>(platform, token, `{list:${list}}`);
    if (answer.list.next) cursors.push(answer.list.next);
  }
  return cursors;
}
