/** What the model takes for granted where neither the inputs nor the code say it. Each is a figure to replace by one's own. */

export const ASSUMED = {
  /** Of the table, its indexes left in: draft, public document, picture, log, runs and proposals of a work. */
  tableKbAWork: 40,
  /** Bytes of a stream's record, a request through the pipe or an event. */
  eventKb: 1,
  /** Kilobytes that a page loads the first time, pictures left in, compressed. */
  kbAPage: 400,
  /** Requests for a page: itself, style, type, pictures. */
  requestsAPage: 8,
  /** Of these, pictures: the addresses of media have one function at the edge, all others of the site two. */
  picturesAPage: 4,
  /** Pictures that somebody who looks at works of their own opens by signed addresses. */
  signedPictures: 4,
  /** Part of the edge's requests that reach an origin. */
  edgeMisses: 0.1,
  /** Part of pages' requests for what is not there, or has moved. */
  edgeMissing: 0.02,
  /** Kilobytes of HTML that a work's pages take in the site. */
  siteKbAWork: 40,
  /** Objects of media a work: the upload, its sizes, public copies, kept answers. */
  objectsAWork: 14,
  /** Old versions of objects, kept for 30 days, as a part of what there is. */
  oldVersions: 0.1,
  /** Vectors a work: of its words and picture in public, and of the tenant's own. */
  vectorsAWork: 5,
  vectorDimensions: 1024,
  /** Links of a vector in the graph of neighbours. */
  vectorLinks: 16,
  /** Memory of an OCU that holds vectors: 6 GiB, less what the engine takes for itself. */
  vectorGbAnOcu: 3,
  /** Index beside vectors. */
  indexKbAWork: 60,
  /** Tokens of a question to a model that reads a text or a picture, and of its answer. */
  analysisTokens: { input: 3_000, output: 700 },
  /** Tokens of a text that becomes a vector. */
  embeddedTokens: 400,
  /** Hours a month that a person's page listens for changes. */
  listeningHours: 4,
  /** Kilobytes of an answer of the API. */
  answerKb: 6,
  /** Kilobytes that a call of a function logs: its line, and its figures in the embedded format. */
  logKb: 1.5,
  /** Part of requests that are traced. */
  traced: 0.05,
  /** Kilobytes of a line of the edge's log, in Parquet. */
  accessLogKb: 0.1,
  /** Kilobytes of a line of an API's log. */
  apiLogKb: 0.4,
  /** Kilobytes of an event of the trail, compressed, and the months that evidence is kept. */
  trailKb: 0.3,
  auditMonths: 12,
  /** Shards of the table's stream: one for each partition of the table, four in a new one. */
  streamShards: 4,
  /** Requests a second that a pipe asks of each shard. */
  pollsAShard: 4,
  /** Receivers that Lambda keeps at a queue, each asking every 20 seconds while it is empty. */
  queueReceivers: 5,
  queueWaitSeconds: 20,
  /** What a deployment has whatever it carries, with some room: no more than this stands in prod's templates. */
  fixed: {
    keys: 6,
    secrets: 3,
    webAcls: 3,
    wafRules: 18,
    alarms: 220,
    compositeAlarms: 12,
    insightRules: 6,
    dashboards: 8,
    /** Files of evidence a month: two each five minutes, and a digest of the trail an hour in each region. */
    auditFiles: 30_000,
    otherQueues: 2,
    zones: 1,
  },
  /** Glue: processing units and hours a night. */
  etl: { units: 2, hours: 0.25 },
  /** How many times the mean tenant the largest one is. */
  largestTenant: 200,
} as const;

export const DAYS = 30;
export const SECONDS = 30.4 * 24 * 3600;
export const HOURS = 730;
