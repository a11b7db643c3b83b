/** What CloudFormation hears of the functions that it waits for. */
import { expect, it } from 'vitest';
import { type DeploymentEvent, onDeployment } from './custom-resource.ts';

const event: DeploymentEvent = {
  RequestType: 'Create',
  ResponseURL: 'https://s3.example/answer?signature=x',
  StackId: 'stack',
  RequestId: 'request',
  LogicalResourceId: 'Site',
};

/** What was put where, and answers of these statuses, the last one again. */
function cloudFormation(...statuses: number[]) {
  const heard: Array<{ url: string; type: string | null; body: Record<string, unknown> }> = [];
  const put = async (url: unknown, { headers, body }: RequestInit = {}): Promise<Response> => {
    const said = JSON.parse(String(body)) as Record<string, unknown>;
    heard.push({ url: String(url), type: new Headers(headers).get('content-type'), body: said });
    return new Response(null, { status: (statuses.length > 1 ? statuses.shift() : statuses[0]) ?? 200 });
  };
  return { heard, fetch: put as typeof fetch };
}

it('hears that it is done, with no media type, which the address is not signed for', async () => {
  const { heard, fetch } = cloudFormation();
  let done = 0;

  await onDeployment({ work: async () => done++, withinMs: 1000, fetch })(event);

  const ids = { StackId: 'stack', RequestId: 'request', LogicalResourceId: 'Site' };
  expect(done).toBe(1);
  expect(heard).toEqual([
    { url: event.ResponseURL, type: '', body: { Status: 'SUCCESS', PhysicalResourceId: 'Site', ...ids } },
  ]);
});

it.each<[string, () => Promise<unknown>, RegExp]>([
  ['what failed', () => Promise.reject(new Error(`no room${'!'.repeat(9000)}`)), /^no room!{3,993}$/],
  ['that it takes too long', () => new Promise(() => undefined), /not done within 0.02 s/],
])('hears %s', async (_name, work, reason) => {
  const { heard, fetch } = cloudFormation();

  await onDeployment({ work, withinMs: 20, fetch })({
    ...event,
    RequestType: 'Update',
    PhysicalResourceId: 'P',
  });

  expect(heard).toMatchObject([
    { body: { Status: 'FAILED', PhysicalResourceId: 'P', Reason: expect.stringMatching(reason) as string } },
  ]);
});

it('lets the resource go without a word to the site', async () => {
  const { heard, fetch } = cloudFormation();
  const work = () => Promise.reject(new Error('called'));

  await onDeployment({ work, withinMs: 1000, fetch })({ ...event, RequestType: 'Delete' });

  expect(heard).toMatchObject([{ body: { Status: 'SUCCESS' } }]);
});

it('is told again where it did not take the answer, and in the end the function fails', async () => {
  const work = () => Promise.resolve();
  const once = cloudFormation(503, 200);
  const never = cloudFormation(403);

  await onDeployment({ work, withinMs: 1000, fetch: once.fetch })(event);
  const failed = onDeployment({ work, withinMs: 1000, fetch: never.fetch })(event);

  await expect(failed).rejects.toThrow('did not take the answer: 403');
  expect([once.heard.length, never.heard.length]).toEqual([2, 3]);
});
