/** Declaring, sending and completing an upload, as a client does. */
import { must, sha256Of } from './isolation-tenant.testing.ts';
import type { Values } from './isolation-attempt.testing.ts';
import type { TestPlatform } from './platform.testing.ts';

/** What of a platform an upload needs. */
type Spoken = Pick<TestPlatform, 'graphql'>;

export interface Declared {
  asset: { id: string; version: number };
  upload: { url: string; method: string; headers: Array<{ name: string; value: string }> };
}

export interface AssetNow {
  status: string;
  problem: string | null;
  width: number | null;
  variants: Array<{ url: string; width: number; contentType: string }>;
}

export async function declare(
  platform: Spoken,
  token: string,
  projectId: string,
  bytes: Buffer,
  given: Values = {},
): Promise<Declared> {
  const input = { contentType: 'image/png', size: bytes.length, sha256: sha256Of(bytes), ...given };
  const { createAsset } = await must<{ createAsset: Declared }>(
    platform,
    token,
    `mutation($p:ID!,$input:CreateAssetInput!){createAsset(projectId:$p,input:$input){
      asset{id version} upload{url method headers{name value}}
    }}`,
    { p: projectId, input },
  );
  return createAsset;
}

/** Sends bytes as the declaration says; `headers` win. */
export function put(
  { upload }: Declared,
  bytes: Buffer,
  headers: Record<string, string> = {},
): Promise<Response> {
  const declared = Object.fromEntries(upload.headers.map(({ name, value }) => [name.toLowerCase(), value]));
  delete declared['content-length'];
  return fetch(upload.url, {
    method: 'PUT',
    headers: { ...declared, ...headers },
    body: new Uint8Array(bytes),
  });
}

export const complete = (platform: Spoken, token: string, projectId: string, id: string) =>
  platform.graphql(token, 'mutation($p:ID!,$id:ID!){completeUpload(projectId:$p,id:$id){id status}}', {
    p: projectId,
    id,
  });

/** Declares, sends and completes; answers the asset's id. Processing is under way then. */
export async function uploaded(
  platform: Spoken,
  token: string,
  projectId: string,
  bytes: Buffer,
  given: Values = {},
): Promise<string> {
  const declared = await declare(platform, token, projectId, bytes, given);
  const sent = await put(declared, bytes);
  if (!sent.ok) throw new Error(`The upload answered ${sent.status}: ${await sent.text()}`);
  const { errors } = await complete(platform, token, projectId, declared.asset.id);
  if (errors) throw new Error(JSON.stringify(errors));
  return declared.asset.id;
}

export async function assetNow(
  platform: Spoken,
  token: string,
  projectId: string,
  id: string,
): Promise<AssetNow> {
  const { asset } = await must<{ asset: AssetNow }>(
    platform,
    token,
    'query($p:ID!,$id:ID!){asset(projectId:$p,id:$id){status problem width variants{url width contentType}}}',
    { p: projectId, id },
  );
  return asset;
}
