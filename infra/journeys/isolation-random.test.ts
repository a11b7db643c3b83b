import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partitionDump, tableClient } from './isolation-table.testing.ts';
import { must, plantTenant, type PlantedTenant } from './isolation-tenant.testing.ts';
import type { Values } from './isolation-attempt.testing.ts';
import { argumentSets, documentFor, rootFields } from './isolation-values.testing.ts';
import {
  DEMO,
  MEMBER,
  publicProfile,
  startTestPlatform,
  type Answer,
  type TestPlatform,
} from './platform.testing.ts';

const SECRET = 'nachtigall';
const SEED = Number(process.env.ISOLATION_SEED ?? 20_261_122);
const ATTEMPTS = Number(process.env.ISOLATION_ATTEMPTS ?? 10_000);

const AT_ONCE = 10;
const BENT = new Set(['id', 'projectId', 'uid', 'cursor', 'slug', 'path']);

let platform: TestPlatform;
let client: DynamoDBClient;
let a: PlantedTenant;
let b: string;
let credentials: string[];

beforeAll(async () => {
  platform = await startTestPlatform();
  client = tableClient(platform);
  const ofB = await platform.signIn(MEMBER);
  a = await plantTenant(platform, await platform.signIn(DEMO), { open: 'zaunkoenig', secret: SECRET });
  b = await publicProfile(platform, ofB, 'amsel');
  const pat = async (scopes: string) =>
    (
      await must<{ createToken: { secret: string } }>(
        platform,
        ofB,
        `mutation{createToken(input:{name:"B",scopes:[${scopes}]}){secret}}`,
      )
    ).createToken.secret;
  credentials = [ofB, await pat('READ,WRITE'), await pat('READ'), await pat('WRITE')];
});
afterAll(async () => {
  client.destroy();
  await platform.remove();
});

/** Mulberry32, a small generator of even numbers: 0 to below 1, the same ones for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test(`${ATTEMPTS} random attempts across tenants show and change nothing (seed ${SEED})`, async () => {
  const random = randomFrom(SEED);
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const fields = rootFields.filter(({ kind }) => kind !== 'subscription');
  const prepared = new Map(
    fields.map((field) => [
      field.name,
      { document: documentFor(field), sets: argumentSets(field, a.targets, 'eindringling') },
    ]),
  );
  const ids = Object.values(a.targets.entities)
    .flat()
    .flatMap((target) => [target.id, target.projectId, target.uid])
    .filter((id): id is string => typeof id === 'string');
  /** An id of A's as somebody might bend it to get around a check. */
  const bent = (): unknown =>
    oneOf<() => unknown>([
      () => oneOf(ids),
      () => oneOf(ids).toLowerCase(),
      () => `${oneOf(ids)}#LOG#${oneOf(ids)}`,
      () => `../${a.tenantId}/${oneOf(ids)}`,
      () => `${oneOf(ids)}%23`,
      () => a.tenantId,
      () => `TENANT#${a.tenantId}`,
      () => '',
      () => '~',
      () => oneOf(a.targets.cursors),
    ])();
  const headers = (): Record<string, string> =>
    oneOf<Record<string, string>>([
      {},
      { 'x-tenant': a.tenantId },
      { 'x-tenant': b },
      { 'x-tenant': `${b},${a.tenantId}` },
      { 'x-tenant': ` ${a.tenantId}` },
      { 'x-tenant': a.tenantId.toLowerCase() },
      { 'x-tenant': `TENANT#${a.tenantId}` },
    ]);
  await platform.settled();
  const before = await partitionDump(client, a.tenantId);
  const problems: string[] = [];
  const outcomes = new Map<string, number>();

  const attempt = async (): Promise<void> => {
    const { name, field } = oneOf(fields);
    const { document, sets } = prepared.get(name)!;
    const variables: Values = { ...oneOf(sets) };
    for (const arg of field.args) {
      if (BENT.has(arg.name) && random() < 0.5) variables[arg.name] = bent();
    }
    const acting = headers();
    const authorization = oneOf(credentials);
    const response = await platform.api.fetch(
      new Request(`${platform.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization, ...acting },
        body: JSON.stringify({ query: document, variables }),
      }),
    );
    const text = await response.text();
    const types = ((JSON.parse(text) as Answer).errors ?? []).map(({ errorType }) => errorType ?? 'none');
    outcomes.set(types[0] ?? 'data', (outcomes.get(types[0] ?? 'data') ?? 0) + 1);
    const question = JSON.stringify([variables, acting]);
    if (text.includes(SECRET) && !question.includes(SECRET))
      problems.push(`leak: ${name} ${question} => ${text}`);
    if (response.status >= 500 || types.some((type) => type.startsWith('Internal') || type === 'none'))
      problems.push(`fault: ${name} ${question} => ${text}`);
  };
  // What is attempted follows from the seed alone: each attempt is chosen before its first wait.
  for (let done = 0; done < ATTEMPTS; done += AT_ONCE)
    await Promise.all(Array.from({ length: AT_ONCE }, attempt));
  await platform.settled();

  expect(problems.slice(0, 5)).toEqual([]);
  expect(await partitionDump(client, a.tenantId)).toEqual(before);
  expect([...outcomes.keys()]).toEqual(expect.arrayContaining(['NotFound', 'Forbidden', 'BadInput', 'data']));
}, 600_000);
