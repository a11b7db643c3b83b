/** Limits that a platform meets as it grows: what AWS allows, what is built that way, and what to do about each. */
import { PUBLIC_SHARDS } from '#api/resolvers/_lib/keys.ts';
import type { Inventory } from '../inventory.types.ts';
import { ACTIONS } from './actions.ts';
import { ASSUMED, SECONDS } from './assumptions.ts';
import { DURATIONS_MS, OTHER_MS } from './durations.ts';
import type { Inputs } from './inputs.ts';
import type { Month } from './month.ts';
import { ocusASide } from './quantities.ts';

export interface Limit {
  service: string;
  /** What is limited, and in which unit. */
  what: string;
  /** What the platform asks for at its busiest. */
  demand: number;
  quota: number;
  /** Part of the quota that is used: from 1 on the limit is met. */
  used: number;
  /** `raise`: AWS raises it on request; `fixed`: it does not; `ours`: the code says so. */
  kind: 'raise' | 'fixed' | 'ours';
  answer: string;
  source: string;
}

type Row = Omit<Limit, 'used'>;

const DEVELOPER_GUIDE = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide';
/** Requests a second that the HTTP APIs take, as `infra/aws/constructs/rest.ts` sets it. */
export const HTTP_API_LIMIT = 500;
/** Messages that a receiver of a FIFO queue is given at once, and events of a request of the pipe. */
const AT_ONCE = 10;
/** Seconds that an invalidation is in progress. */
const INVALIDATION_SECONDS = 15;
/** Parts of a run that are read at once, as the definition of `enrich` says. */
export const PARTS_AT_ONCE = 2;

/** Every limit, the most used first. */
export function limitsOf(inputs: Inputs, month: Month, inventory: Inventory): Limit[] {
  const rate = (monthly: number): number => (monthly / SECONDS) * inputs.peak;
  return [
    ...tableLimits(inputs, month, rate),
    ...reactionLimits(month, inventory, rate),
    ...edgeLimits(month, rate),
    ...modelLimits(month, inventory, rate),
    ...searchLimits(inputs),
    ...identityLimits(inputs, rate),
  ]
    .map((row) => ({ ...row, used: row.demand / row.quota }))
    .toSorted((a, b) => b.used - a.used);
}

type Rate = (monthly: number) => number;

function tableLimits({ tenants }: Inputs, month: Month, rate: Rate): Row[] {
  const largest = Math.min(1, ASSUMED.largestTenant / tenants);
  const publications = rate(month.actions.publishFirst + month.actions.publishAgain);
  return [
    {
      ...{ service: 'DynamoDB', what: 'write units a second, the table', kind: 'raise' },
      ...{ demand: rate(month.writeUnits), quota: 40_000 },
      answer:
        'Ask for more (Service Quotas, table-level write units). A new on-demand table takes 4,000 at once: warm it before a large import, or import with less --concurrency.',
      source: `${DEVELOPER_GUIDE}/ServiceQuotas.html`,
    },
    {
      ...{ service: 'DynamoDB', what: 'read units a second, the table', kind: 'raise' },
      ...{ demand: rate(month.readUnits), quota: 40_000 },
      answer: 'Ask for more. Visitors do not count: they read files.',
      source: `${DEVELOPER_GUIDE}/ServiceQuotas.html`,
    },
    {
      ...{ service: 'DynamoDB', what: "write units a second, the largest tenant's partition", kind: 'fixed' },
      ...{ demand: rate(month.writeUnits) * largest, quota: 1_000 },
      answer:
        'DynamoDB splits a hot partition between sort keys by itself, since no index is local. Writers wait and try again (api/ports/table/conflicts.ts); imports take --concurrency.',
      source: `${DEVELOPER_GUIDE}/bp-partition-key-design.html`,
    },
    {
      ...{ service: 'DynamoDB', what: 'write units a second, a shard of listedRecentWorks', kind: 'fixed' },
      // A publication moves its row: one unit out, one in.
      ...{ demand: (publications * 2) / PUBLIC_SHARDS, quota: 1_000 },
      answer: `An index that is too hot slows the table's writes. Raise PUBLIC_SHARDS (${PUBLIC_SHARDS}) in api/resolvers/_lib/keys.ts and publish once more; readers merge what there is.`,
      source: `${DEVELOPER_GUIDE}/gsi-throttling.html`,
    },
  ];
}

function reactionLimits(month: Month, { consumers }: Inventory, rate: Rate): Row[] {
  const ms = (name: string): number => DURATIONS_MS[name] ?? OTHER_MS;
  const concurrency = Object.entries(month.invocations).reduce(
    (sum, [name, calls]) => sum + rate(calls) * (ms(name) / 1000),
    0,
  );
  const publisher = consumers.find(({ name }) => name === 'publisher');
  const batch = Math.min(publisher?.batchSize ?? 1, AT_ONCE);
  const published = rate(month.actions.publishFirst + month.actions.publishAgain);
  return [
    {
      ...{ service: 'Lambda', what: 'calls at once', kind: 'raise' },
      ...{ demand: concurrency, quota: 1_000 },
      answer:
        'Ask for more. Consumers have a concurrency of their own (infra/inventory/consumers.ts), so that a flood of events leaves room for requests.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
    },
    {
      ...{ service: 'EventBridge Pipes', what: 'records of the stream a second', kind: 'ours' },
      // One request at a time for each shard, ten records in it.
      demand: rate(month.records),
      quota: (ASSUMED.streamShards * AT_ONCE * 1000) / (ms('to-events') + 90),
      answer:
        "A table that grows has more shards. Raise parallelizationFactor of the pipe in infra/aws/constructs/events.ts: what reacts stands any order. The stream keeps a day's records meanwhile.",
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-dynamodb.html',
    },
    {
      ...{ service: 'EventBridge', what: 'events a second', kind: 'raise' },
      ...{ demand: rate(month.events), quota: 10_000 },
      answer: 'Ask for more; the pipe tries again meanwhile.',
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html',
    },
    {
      ...{ service: 'SQS', what: 'messages a second, a FIFO queue', kind: 'fixed' },
      ...{ demand: published, quota: 300 },
      answer: 'High throughput needs several message groups: one a tenant, where order holds within each.',
      source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-fifo.html',
    },
    {
      ...{ service: 'Publisher', what: 'publications a second', kind: 'ours' },
      ...{ demand: published, quota: (batch * 1000) / ms('publisher') },
      answer:
        'Pages are live later, none is lost. Overviews have one writer on purpose; give works message groups by tenant and overviews a consumer of their own.',
      source: 'infra/inventory/consumers.ts',
    },
    {
      ...{ service: 'AppSync', what: 'request tokens a second', kind: 'raise' },
      ...{ demand: rate(month.apiOperations), quota: 5_000 },
      answer:
        'Ask for more: request tokens are given by account and region. Tools read public works through /v1, whose answers can be cached.',
      source: 'https://docs.aws.amazon.com/general/latest/gr/appsync.html',
    },
    {
      ...{ service: 'API Gateway', what: 'requests a second, the HTTP APIs', kind: 'ours' },
      ...{ demand: rate(month.httpRequests), quota: HTTP_API_LIMIT },
      answer: 'Raise THROTTLE in infra/aws/constructs/rest.ts, up to the account quota of 10,000.',
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html',
    },
    {
      ...{ service: 'Step Functions', what: 'executions begun a second', kind: 'raise' },
      ...{ demand: rate(month.executions), quota: 300 },
      answer:
        'The queue in front of the models is narrower: its concurrency in infra/inventory/enrichment.ts comes first.',
      source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
    },
  ];
}

function edgeLimits(month: Month, rate: Rate): Row[] {
  const publications = rate(month.actions.publishFirst + month.actions.publishAgain);
  return [
    {
      ...{ service: 'CloudFront', what: 'paths being invalidated', kind: 'fixed' },
      ...{ demand: rate(month.sitePages) * INVALIDATION_SECONDS, quota: 3_000 },
      answer:
        'The store merges many addresses below one portfolio to a wildcard (api/ports/site-store/invalidation.ts).',
      source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/InvalidationLimits.html',
    },
    {
      ...{ service: 'CloudFront', what: 'wildcards being invalidated', kind: 'fixed' },
      // Beyond ten addresses in one batch of publications each portfolio of it becomes a wildcard.
      demand: publications * ACTIONS.publishFirst.sitePages > 1 ? publications * INVALIDATION_SECONDS : 0,
      quota: 15,
      answer:
        'Past 20 paths all is invalidated with one (/*). Beyond that shorten the time that pages are kept at the edge (PAGE_CACHE in api/ports/site-store/paths.ts) and stop invalidating single pages, which also ends what paths cost.',
      source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/InvalidationLimits.html',
    },
    {
      ...{ service: 'CloudFront', what: 'requests a second', kind: 'raise' },
      ...{ demand: rate(month.pages * ASSUMED.requestsAPage), quota: 250_000 },
      answer: 'Ask for more.',
      source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
    },
  ];
}

function modelLimits(month: Month, { consumers }: Inventory, rate: Rate): Row[] {
  const runs = consumers.find(({ name }) => name === 'enrich')?.concurrency ?? 1;
  const analysisMs = DURATIONS_MS['enrich-analyse'] ?? OTHER_MS;
  const { input, output } = ASSUMED.analysisTokens;
  return [
    {
      ...{ service: 'Enrichment', what: 'analyses a minute', kind: 'ours' },
      ...{ demand: rate(month.analyses) * 60, quota: (runs * PARTS_AT_ONCE * 60_000) / analysisMs },
      answer: `Runs wait in their queue, none is lost. Raise the concurrency of enrich (${runs}) in infra/inventory/enrichment.ts, as far as Bedrock's own quota allows.`,
      source: 'infra/inventory/enrichment.ts',
    },
    {
      ...{ service: 'Bedrock', what: 'tokens a minute, model of analyses', kind: 'raise' },
      ...{ demand: rate(month.analyses) * 60 * (input + output), quota: 2_000_000 },
      answer:
        "Ask for more, or name an inference profile across regions (ARTISSIST_ANALYSIS_MODEL). The account's own figure is in Service Quotas; a throttled step waits and tries again.",
      source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/quotas-runtime.html',
    },
    {
      ...{ service: 'Bedrock', what: 'requests a minute, model of vectors', kind: 'raise' },
      ...{ demand: rate(month.texts + month.pictures) * 60, quota: 2_000 },
      answer:
        'Vectors come later, words are found at once (the consumer embed is one of its own). Ask for more; what was embedded before is kept and not asked for again.',
      source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/quotas-runtime.html',
    },
  ];
}

const searchLimits = (inputs: Inputs): Row[] => [
  {
    ...{ service: 'OpenSearch Serverless', what: 'OCUs a side', kind: 'raise' },
    ...{ demand: ocusASide(inputs), quota: 10 },
    answer:
      "Raise the account's capacity limits (update-account-settings). Vectors fill the memory first: 512 dimensions halve it, vectors of half precision or on disk take a fraction.",
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-scaling.html',
  },
];

const identityLimits = ({ tenants, people }: Inputs, rate: Rate): Row[] => [
  {
    ...{ service: 'Cognito', what: 'sign-ins a second', kind: 'raise' },
    // Once a working day each.
    ...{ demand: rate(tenants * people * 22), quota: 120 },
    answer: 'Buy more of UserAuthentication in Service Quotas. Access tokens live on meanwhile.',
    source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html',
  },
  {
    ...{ service: 'Cognito', what: 'tokens renewed a second', kind: 'raise' },
    // Every hour of four that a page is open.
    ...{ demand: rate(tenants * people * 22 * ASSUMED.listeningHours), quota: 120 },
    answer: 'Let access tokens live longer, up to a day, or buy more of UserToken.',
    source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html',
  },
];
