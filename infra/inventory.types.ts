/** The words of the inventory: what exists, as data. Both the local cloud and the CDK app compose from it. */

export interface IndexRow {
  name: string;
  /** The question it answers. */
  answers: string;
  partitionKey: string;
  sortKey: string;
  /** Attributes projected beside the keys. */
  projects: string[];
}

export interface TableRow {
  name: string;
  partitionKey: string;
  sortKey: string;
  ttl: string;
  stream: 'NEW_AND_OLD_IMAGES';
  indexes: IndexRow[];
}

/** Which items of the table a data source or function may touch, by key prefix and action. */
export interface TableAccess {
  /** `dynamodb:LeadingKeys` patterns. */
  leadingKeys: string[];
  actions: Array<
    | 'GetItem'
    | 'BatchGetItem'
    | 'Query'
    | 'BatchWriteItem'
    | 'PutItem'
    | 'UpdateItem'
    | 'DeleteItem'
    | 'ConditionCheckItem'
    | 'TransactWriteItems'
  >;
  indexes: string[];
}

export type DataSourceRow =
  | { name: string; kind: 'table'; access: TableAccess }
  | { name: string; kind: 'function'; function: string }
  | { name: string; kind: 'none' };

/** One step of a pipeline: an APPSYNC_JS module below `api/resolvers/` (without `.ts`) and where it sends its request. */
export interface StepRow {
  code: string;
  dataSource: string;
}

/** A resolver. `code` is the pipeline's own request and response, or a unit resolver's. */
export type ResolverRow =
  | { type: string; field: string; kind: 'PIPELINE'; code: string; steps: StepRow[] }
  | { type: string; field: string; kind: 'UNIT'; code: string; dataSource: string };

export interface FunctionRow {
  name: string;
  /** Entry module from the top of the repository; exports `handler`. */
  entry: string;
  /** What it is for, one sentence. */
  purpose: string;
  memoryMb: number;
  timeoutSeconds: number;
  table?: TableAccess;
  /** Counts up what a tenant used in a month (`USAGE#`), and writes nothing else of it. */
  counts?: true;
  media?: 'read' | 'write' | 'sign';
  site?: 'write';
  /** Renders the built pages, which a layer brings. Functions that write the site have it as well. */
  pages?: true;
  /** What it may do with the search index. */
  index?: 'query' | 'write';
  /** May call AppSync as ourselves (IAM). */
  callsApi?: boolean;
  /** What it may do with executions of a state machine. */
  machine?: { name: string; actions: Array<'StartExecution' | 'DescribeExecution' | 'StopExecution'> };
  /** What it may do with logs and visits: have them made ready, or count them. */
  analytics?: 'prepare' | 'count';
  /** Kinds of models that it may invoke. */
  models?: Array<'analysis' | 'embeddings' | 'speech'>;
  /**
   * Bundled without it; on AWS a layer brings it: sharp, the packages that read documents and recordings, or the
   * documentation with its search index.
   */
  layer?: 'sharp' | 'readers' | 'docs';
}

/** EventBridge's pattern language: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html */
export type EventPattern = { [key: string]: EventPattern | unknown[] };

export interface ConsumerRow {
  name: string;
  function: string;
  /** Which events it is given: `source`, `detail-type` and `detail`. */
  pattern: EventPattern;
  /** Deliveries in flight at once: 1 keeps the stream's order. */
  concurrency: number;
  /** Events handed over together, at most. */
  batchSize: number;
  /**
   * Seconds between an event and its delivery on AWS, for who reads an index: those follow the table, and its stream,
   * with a delay. Indexes of the local engine follow at once. 0 unless told.
   */
  delaySeconds?: number;
  /** Attempts before an event goes to the dead-letter list. */
  attempts: number;
  /** What it does, one sentence. */
  purpose: string;
}

export interface StateMachineRow {
  name: string;
  /** Its definition in the Amazon States Language (JSONPath), from the top of the repository. */
  definition: string;
  /**
   * When it is started by itself, in UTC, as EventBridge Scheduler writes it; its input is `{"at": "<time>"}`. Nothing
   * starts it locally but a command.
   */
  schedule?: `cron(${string})`;
  /** Started by a deployment, and by a person where it failed: each execution counts. */
  deployment?: true;
  /** The function of each placeholder `${...}` that stands as a Resource. Every Task is a function. */
  tasks: Record<string, string>;
  /** What it does, one sentence. */
  purpose: string;
}

export interface Inventory {
  table: TableRow;
  dataSources: DataSourceRow[];
  resolvers: ResolverRow[];
  functions: FunctionRow[];
  consumers: ConsumerRow[];
  stateMachines: StateMachineRow[];
}
