/** What enriches: the steps of the state machine, and the consumers that start and stop it. */
import type { ConsumerRow, FunctionRow, StateMachineRow, TableAccess } from '../inventory.types.ts';
import { EVENT_SOURCE } from '#api/events.ts';

const source = [EVENT_SOURCE];

/** Steps read what a tenant keeps, and write runs, proposals and what was used. */
const enrichAccess: TableAccess = {
  leadingKeys: ['TENANT#*'],
  actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem', 'TransactWriteItems'],
  indexes: [],
};

/** Reads the run and writes its state. */
const runAccess: TableAccess = { ...enrichAccess, actions: ['GetItem', 'UpdateItem'] };

export const enrichFunctions: FunctionRow[] = [
  {
    name: 'enrich-start',
    entry: 'api/functions/enrich/start.lambda.ts',
    purpose: 'Starts the enrichment that was asked for and waits for its end.',
    memoryMb: 256,
    timeoutSeconds: 900,
    table: runAccess,
    machine: { name: 'enrich', actions: ['StartExecution', 'DescribeExecution'] },
  },
  {
    name: 'enrich-stop',
    entry: 'api/functions/enrich/stop.lambda.ts',
    purpose: 'Ends the execution of an enrichment that was cancelled.',
    memoryMb: 256,
    timeoutSeconds: 30,
    table: { ...runAccess, actions: ['GetItem'] },
    machine: { name: 'enrich', actions: ['StopExecution'] },
  },
  {
    name: 'enrich-changes',
    entry: 'api/functions/enrich/changes.lambda.ts',
    purpose: 'Asks for an enrichment when a change brings other words or pictures.',
    memoryMb: 512,
    timeoutSeconds: 60,
    table: enrichAccess,
  },
  {
    name: 'enrich-plan',
    entry: 'api/functions/enrich/plan.lambda.ts',
    purpose: 'Lists the parts of an entity that an enrichment reads.',
    memoryMb: 512,
    timeoutSeconds: 60,
    table: { ...enrichAccess, actions: ['GetItem', 'Query', 'UpdateItem'] },
  },
  {
    name: 'enrich-extract',
    entry: 'api/functions/enrich/extract.lambda.ts',
    purpose: 'Reads the words of projects, documents, pages and recordings.',
    memoryMb: 1769,
    timeoutSeconds: 600,
    table: { ...enrichAccess, actions: ['GetItem', 'Query', 'UpdateItem'] },
    media: 'write',
    models: ['speech'],
    layer: 'readers',
  },
  {
    name: 'enrich-analyse',
    entry: 'api/functions/enrich/analyse.lambda.ts',
    purpose: 'Asks a model what a text or a picture is about.',
    memoryMb: 1024,
    timeoutSeconds: 300,
    table: runAccess,
    media: 'write',
    models: ['analysis'],
    layer: 'sharp',
  },
  {
    name: 'enrich-embed',
    entry: 'api/functions/enrich/embed.lambda.ts',
    purpose: 'Keeps the vectors of what an enrichment has read.',
    memoryMb: 1024,
    timeoutSeconds: 120,
    table: { ...runAccess, actions: [...runAccess.actions, 'BatchGetItem'] },
    media: 'write',
    models: ['embeddings'],
    layer: 'sharp',
  },
  {
    name: 'enrich-propose',
    entry: 'api/functions/enrich/propose.lambda.ts',
    purpose: 'Writes what an enrichment proposes, with its receipts.',
    memoryMb: 512,
    timeoutSeconds: 120,
    table: { ...enrichAccess, actions: enrichAccess.actions.filter((action) => action !== 'Query') },
    media: 'read',
  },
  {
    name: 'enrich-finish',
    entry: 'api/functions/enrich/finish.lambda.ts',
    purpose: 'Says on an enrichment how it ended.',
    memoryMb: 256,
    timeoutSeconds: 60,
    table: runAccess,
  },
];

export const enrichConsumers: ConsumerRow[] = [
  {
    name: 'enrich',
    function: 'enrich-start',
    purpose: 'What was asked for is enriched, two runs at a time: the queue in front of the models.',
    pattern: { source, 'detail-type': ['enrichment.requested'] },
    concurrency: 2,
    batchSize: 1,
    attempts: 8,
  },
  {
    name: 'enrich-stop',
    function: 'enrich-stop',
    purpose: 'What is cancelled ends at once.',
    pattern: { source, 'detail-type': ['enrichment.cancelled'] },
    concurrency: 2,
    batchSize: 10,
    attempts: 4,
  },
  {
    name: 'enrich-changes',
    function: 'enrich-changes',
    purpose: 'Changes are enriched where a tenant chose so.',
    pattern: {
      source,
      'detail-type': [
        'project.created',
        'project.updated',
        'log.created',
        'log.updated',
        'derived.processed',
        'inspiration.created',
        'inspiration.updated',
      ],
    },
    concurrency: 2,
    batchSize: 10,
    attempts: 4,
  },
];

export const enrichMachines: StateMachineRow[] = [
  {
    name: 'enrich',
    definition: 'api/workflows/enrich.asl.json',
    purpose: 'Reads what an entity says and shows, and proposes values for its fields.',
    tasks: {
      PlanFunction: 'enrich-plan',
      ExtractFunction: 'enrich-extract',
      AnalyseFunction: 'enrich-analyse',
      EmbedFunction: 'enrich-embed',
      ProposeFunction: 'enrich-propose',
      FinishFunction: 'enrich-finish',
    },
  },
];
