/** What of a month is paid for, in the units of the price list. */
import { METRICS } from '#api/observability/metrics.ts';
import type { Inventory } from '../inventory.types.ts';
import { ASSUMED, DAYS, HOURS, SECONDS } from './assumptions.ts';
import { DURATIONS_MS, OTHER_MS } from './durations.ts';
import type { Inputs } from './inputs.ts';
import type { Month } from './month.ts';
import type { PriceName } from './prices.ts';

/** Features of the user pool that are paid for: threat protection needs Plus. */
export type IdentityPlan = 'essentials' | 'plus';

export type Quantities = Partial<Record<PriceName, number>>;

const KB_A_GB = 1024 * 1024;

/** Gigabytes in the table. */
export const tableGb = ({ tenants, works }: Inputs): number =>
  (tenants * works * ASSUMED.tableKbAWork) / KB_A_GB;

/**
 * OCUs of one side, indexing or search: what holds the vectors, twice for the second zone, and half a unit in each at
 * the least. https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-scaling.html
 */
export function ocusASide(inputs: Inputs): number {
  const units = vectorGb(inputs) / ASSUMED.vectorGbAnOcu;
  return 2 * (units <= 0.5 ? 0.5 : Math.ceil(units));
}

/**
 * Memory of the graph of neighbours: 1.1 * (4 * dimensions + 8 * links) bytes a vector.
 * https://docs.opensearch.org/latest/vector-search/optimizing-storage/knn-vector-quantization/
 */
export function vectorGb({ tenants, works }: Inputs): number {
  const { vectorDimensions, vectorLinks, vectorsAWork } = ASSUMED;
  const bytes = 1.1 * (4 * vectorDimensions + 8 * vectorLinks);
  return (tenants * works * vectorsAWork * bytes) / 1024 ** 3;
}

/** Gigabyte-seconds of all calls, at the memory of each function's row. */
export function callTime({ functions }: Pick<Inventory, 'functions'>, { invocations }: Month): number {
  const memory = new Map(functions.map(({ name, memoryMb }) => [name, memoryMb]));
  return Object.entries(invocations).reduce(
    (sum, [name, calls]) =>
      sum + ((calls * (DURATIONS_MS[name] ?? OTHER_MS)) / 1000) * ((memory.get(name) ?? 1024) / 1024),
    0,
  );
}

/** Figures that functions report of themselves: each by its function, those of models by the kind of model as well. */
export function customMetrics({ functions, consumers }: Pick<Inventory, 'functions' | 'consumers'>): number {
  const named = (prefix: string): number =>
    Object.keys(METRICS).filter((name) => name.startsWith(prefix)).length;
  const reacting = new Set(consumers.map((row) => row.function));
  return functions.reduce(
    (sum, { name, models = [] }) =>
      sum +
      named(reacting.has(name) ? 'Event' : 'Request') +
      models.length * named('Model') +
      (models.length > 0 ? named('Budget') : 0),
    0,
  );
}

/** Events of the trail by the selector that records them: requests to the table, and objects of media. */
export const TRAILED: Readonly<Record<string, (month: Month) => number>> = {
  'Every access to the table': ({ requests }) => requests,
  'Changes of media': ({ mediaPuts }) => mediaPuts,
  // What is written is read once, to make something of it.
  'Reading of media that are not public': (month) => month.mediaPuts + signedReads(month),
};

const signedReads = ({ actions }: Month): number =>
  (actions.listOwn + actions.readOwn) * ASSUMED.signedPictures;

/** @param standby whether copies of the search index stand by in a second zone */
export function quantitiesOf(
  inputs: Inputs,
  month: Month,
  inventory: Inventory,
  plan: IdentityPlan,
  standby = true,
): Quantities {
  const { tenants, works, mediaMb, people } = inputs;
  const { fixed } = ASSUMED;
  const storedTable = tableGb(inputs);
  const edgeRequests = month.pages * ASSUMED.requestsAPage + month.httpRequests;
  const misses = month.pages * ASSUMED.requestsAPage * ASSUMED.edgeMisses;
  const calls = Object.values(month.invocations).reduce((sum, one) => sum + one, 0);
  const signedIn = tenants * people;
  const fifoQueues = inventory.consumers.filter(({ concurrency }) => concurrency === 1).length;
  const standardQueues = inventory.consumers.length - fifoQueues + fixed.otherQueues;
  const pollsAQueue = (SECONDS / ASSUMED.queueWaitSeconds) * ASSUMED.queueReceivers;
  const objects = tenants * works * ASSUMED.objectsAWork;
  const logsGb = (calls * ASSUMED.logKb + month.apiOperations * ASSUMED.logKb) / KB_A_GB;
  const accessLogGb = (edgeRequests * ASSUMED.accessLogKb) / KB_A_GB;
  const dataEvents = Object.values(TRAILED).reduce((sum, count) => sum + count(month), 0);
  const evidenceGb = (dataEvents * ASSUMED.trailKb + month.events * ASSUMED.eventKb) / KB_A_GB;
  // Two heads for each object that is rendered or copied: what is there is not written again.
  const siteRequests = month.sitePages * 3;
  return {
    tableWrite: month.writeUnits,
    tableRead: month.readUnits,
    tableStorage: storedTable,
    tableRecovery: storedTable,
    streamRead: ASSUMED.streamShards * ASSUMED.pollsAShard * SECONDS,
    tableExport: storedTable * DAYS,
    backup: storedTable,
    restore: storedTable,
    objectStorage:
      tenants * works * (mediaMb / 1024 + ASSUMED.siteKbAWork / KB_A_GB) * (1 + ASSUMED.oldVersions) +
      accessLogGb,
    objectTiering: objects,
    auditStorage: evidenceGb * ASSUMED.auditMonths,
    objectPut: month.mediaPuts + siteRequests + fixed.auditFiles,
    objectGet: misses + siteRequests + month.mediaPuts * 2 + signedReads(month),
    edgeOut: (month.pages * ASSUMED.kbAPage + month.httpRequests * ASSUMED.answerKb) / KB_A_GB,
    edgeRequest: edgeRequests,
    // REST has none.
    edgeFunction: month.pages * (2 * ASSUMED.requestsAPage - ASSUMED.picturesAPage),
    edgeLambda: month.pages * ASSUMED.edgeMissing,
    edgeLambdaTime: month.pages * ASSUMED.edgeMissing * 0.05 * 0.125,
    invalidation: month.sitePages,
    call: calls,
    callTime: callTime(inventory, month),
    apiOperation: month.apiOperations,
    realtimeMessage: month.announcements,
    connectionMinute: signedIn * ASSUMED.listeningHours * 60,
    httpRequest: month.httpRequests,
    pipeRequest: month.records,
    event: month.events,
    eventArchive: (month.events * ASSUMED.eventKb) / KB_A_GB,
    // Sent, received, deleted; and asked for while there is none.
    standardMessage: month.messages.standard * 3 + standardQueues * pollsAQueue,
    fifoMessage: month.messages.fifo * 3 + fifoQueues * pollsAQueue,
    ocuHour: (standby ? 2 : 1) * ocusASide(inputs) * HOURS,
    indexStorage: (tenants * works * ASSUMED.indexKbAWork) / KB_A_GB,
    ...(plan === 'plus' ? { signedInPlus: signedIn } : { signedIn }),
    transition: month.transitions,
    wafAcl: fixed.webAcls,
    wafRule: fixed.wafRules,
    wafRequest: edgeRequests + month.apiOperations,
    key: fixed.keys,
    // Buckets and the table ask for their key once in a while, not for each request.
    keyRequest: (month.mediaPuts + misses + month.readUnits) / 100 + fixed.auditFiles,
    secret: fixed.secrets,
    logs: logsGb,
    logStorage: logsGb,
    metric: customMetrics(inventory),
    alarm: fixed.alarms,
    compositeAlarm: fixed.compositeAlarms,
    insightRule: fixed.insightRules,
    dashboard: fixed.dashboards,
    trace: (month.apiOperations + calls) * ASSUMED.traced,
    dataEvent: dataEvents,
    // Each night reads its own day, and the month's dashboards a week now and then.
    scanned: (accessLogGb * 3) / 1024,
    etl: ASSUMED.etl.units * ASSUMED.etl.hours * DAYS,
    apiLog: ((month.httpRequests + month.apiOperations) * ASSUMED.apiLogKb) / KB_A_GB,
    zone: fixed.zones,
    transferOut: (month.apiOperations * ASSUMED.answerKb) / KB_A_GB,
  };
}
