/** Creates one stack in an emulator, without what the emulator refuses. */
import {
  type CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeEventsCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ListStackResourcesCommand,
  type StackEvent,
} from '@aws-sdk/client-cloudformation';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CfnTemplate, without } from './template.ts';

export interface Created {
  type: string;
  /** Logical, as the template has it. */
  id: string;
  /** As the service has it: a name, a number or an ARN, by type. */
  physicalId: string;
}

export interface LeftOut {
  type: string;
  id: string;
  /** The emulator's own words. */
  reason: string;
}

export interface Emulator {
  client: Pick<CloudFormationClient, 'send'>;
  /** Keeps a file and answers its address. */
  put(key: string, body: string): Promise<string>;
}

/** A stack is given up after this many resources that fail one after the other. */
const MAX_FAILURES = 40;
const LOOK_EVERY_MS = 200;
const MAX_LOOKS = 600;

/** Those of the types that the emulator does not know. It is asked for one of each, and refuses before it makes any. */
export async function unknownTypes(
  { client, put }: Emulator,
  types: readonly string[],
): Promise<ReadonlySet<string>> {
  const Resources = Object.fromEntries(types.map((Type, index) => [`R${index}`, { Type }]));
  const TemplateURL = await put('types.json', JSON.stringify({ Resources }));
  const refusal = await client.send(new CreateStackCommand({ StackName: 'Types', TemplateURL })).then(
    () => '',
    (error: unknown) => (error as Error).message,
  );
  const listed = /Unrecognized resource types: \[([^\]]*)\]/.exec(refusal)?.[1];
  if (listed === undefined)
    throw new Error(`The emulator does not say which types it does not know: ${refusal || 'it knows all'}`);
  return new Set(listed.split(', '));
}

/** @throws Error when the stack cannot be created for another reason than a resource */
export async function createStack(
  emulator: Emulator,
  name: string,
  template: CfnTemplate,
): Promise<{ created: Created[]; leftOut: LeftOut[] }> {
  const leftOut = new Map<string, LeftOut>();
  const leave = (id: string, reason: string): void => {
    const type = template.Resources[id]?.Type ?? 'unknown';
    leftOut.set(id, { type, id, reason });
  };
  for (let failures = 0; failures <= MAX_FAILURES; failures++) {
    const body = JSON.stringify(without(template, new Set(leftOut.keys())));
    const refused = await create(emulator, name, body);
    if (refused.status === 'made') {
      const created = await resourcesOf(emulator, name);
      return { created, leftOut: [...leftOut.values()] };
    }
    const news = refused.resources.filter(({ id }) => !leftOut.has(id) && id in template.Resources);
    if (news.length === 0) throw new Error(`${name} cannot be created: ${refused.message}`);
    for (const { id, reason } of news) leave(id, reason);
  }
  throw new Error(`${name}: more than ${MAX_FAILURES} resources failed.`);
}

type Outcome =
  | { status: 'made' }
  | { status: 'failed'; resources: Array<{ id: string; reason: string }>; message: string };

async function create({ client, put }: Emulator, StackName: string, body: string): Promise<Outcome> {
  const TemplateURL = await put(`${StackName}.json`, body);
  await client.send(
    new CreateStackCommand({
      StackName,
      TemplateURL,
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      // What is kept for people's sake would be in the way of the next try.
      RetainExceptOnCreate: true,
    }),
  );
  const status = await ended(client, StackName);
  if (status === 'CREATE_COMPLETE') return { status: 'made' };
  const { OperationEvents = [] } = await client.send(
    new DescribeEventsCommand({ StackName, Filters: { FailedEvents: true } }),
  );
  const refusals = OperationEvents.flatMap(({ ValidationStatusReason, ValidationPath }) =>
    ValidationStatusReason === undefined ? [] : `${ValidationPath ?? ''}: ${ValidationStatusReason}`,
  );
  const events = await eventsOf(client, StackName);
  const resources = events
    .filter(
      ({ ResourceStatus, LogicalResourceId }) =>
        ResourceStatus === 'CREATE_FAILED' && LogicalResourceId !== StackName,
    )
    .filter(({ ResourceStatusReason = '' }) => !/cancelled/i.test(ResourceStatusReason))
    .map(({ LogicalResourceId = '', ResourceStatusReason = '' }) => ({
      id: LogicalResourceId,
      reason: ResourceStatusReason,
    }));
  await client.send(new DeleteStackCommand({ StackName }));
  await ended(client, StackName);
  return { status: 'failed', resources, message: [status, ...refusals].join('; ') };
}

/** Every event of the stack: those of a rollback come first and fill pages. */
async function eventsOf(client: Emulator['client'], StackName: string): Promise<StackEvent[]> {
  const events: StackEvent[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(new DescribeStackEventsCommand({ StackName, NextToken }));
    events.push(...(page.StackEvents ?? []));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return events;
}

/** The stack's status once nothing goes on any more; `DELETE_COMPLETE` when there is none. */
async function ended(client: Emulator['client'], StackName: string): Promise<string> {
  for (let looks = 0; looks < MAX_LOOKS; looks++) {
    const answer = await client.send(new DescribeStacksCommand({ StackName })).catch((error: unknown) => {
      if (error instanceof Error && /does not exist/.test(error.message)) return undefined;
      throw error;
    });
    const status = answer === undefined ? 'DELETE_COMPLETE' : (answer.Stacks?.[0]?.StackStatus ?? '');
    if (!status.endsWith('_IN_PROGRESS')) return status;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error(`${StackName} has not ended after ${(MAX_LOOKS * LOOK_EVERY_MS) / 1000} s.`);
}

/** What the stack and those within it hold. */
async function resourcesOf(emulator: Emulator, StackName: string): Promise<Created[]> {
  const created: Created[] = [];
  let NextToken: string | undefined;
  do {
    const page = await emulator.client.send(new ListStackResourcesCommand({ StackName, NextToken }));
    for (const {
      ResourceType: type = '',
      LogicalResourceId: id = '',
      ResourceStatus,
      PhysicalResourceId: physicalId = '',
    } of page.StackResourceSummaries ?? []) {
      if (ResourceStatus !== 'CREATE_COMPLETE') continue;
      created.push({ type, id, physicalId });
      if (type === 'AWS::CloudFormation::Stack') created.push(...(await resourcesOf(emulator, physicalId)));
    }
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return created;
}
