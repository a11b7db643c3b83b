import { operations } from '#openapi/operations.gen.ts';
import type { TestPlatform } from '#infra/journeys/platform.testing.ts';
import { inTurns, percentile, round, type Row } from './measure.ts';

const ROUNDS = { rounds: 400, warmUp: 60 };
const BAR = 1.15;

/** A REST read against the same persisted operation sent to GraphQL, over HTTP both. */
export async function benchRest(platform: TestPlatform, token: string): Promise<Row[]> {
  const { items } = (await (await platform.rest(token, 'GET', '/v1/projects?limit=1')).json()) as {
    items: Array<{ id: string }>;
  };
  const id = items[0]?.id ?? '';
  const graphql = (name: string, variables: object) =>
    fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: token },
      body: JSON.stringify({ query: operations[name]?.document, variables }),
    }).then((response) => response.text());
  const rest = (path: string) => platform.rest(token, 'GET', path).then((response) => response.text());
  const lists = await inTurns(
    { rest: () => rest('/v1/projects?limit=20'), graphql: () => graphql('projects', { limit: 20 }) },
    ROUNDS,
  );
  const ones = await inTurns(
    {
      rest: () => rest(`/v1/projects/${id}`),
      graphql: () => graphql('project', { projectId: id, id, expandLogs: false, expandAssets: false }),
    },
    ROUNDS,
  );
  return [ratioRow('a list of 20', lists), ratioRow('one project', ones)];
}

function ratioRow(what: string, samples: { rest: number[]; graphql: number[] }): Row {
  const rest = percentile(samples.rest, 0.5);
  const graphql = percentile(samples.graphql, 0.5);
  const value = round(rest / graphql);
  const on = `p50 ${round(rest)} ms against ${round(graphql)} ms`;
  return { name: `REST against GraphQL, ${what}`, value, unit: 'x', bar: `<= ${BAR}`, met: value <= BAR, on };
}
