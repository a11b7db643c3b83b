/**
 * What people and tools do, and what each of it takes. What it takes of the table was measured on the platform itself
 * (`infra/journeys/cost.test.ts` measures it again); what it wakes follows from the inventory (`work.ts`).
 */

export interface Action {
  /** Fields of the API that are asked for, each as a request. */
  fields: string[];
  /** Through the REST mirror, with a personal access token, through the search page, or straight. */
  through: 'graphql' | 'rest' | 'rest-with-token' | 'search-page';
  /** Requests to the table, with all that follows from it: each is an event of the trail. */
  requests: number;
  /** Request units that they take. */
  readUnits: number;
  writeUnits: number;
  /** Records of the stream. */
  records: number;
  /** Events that become of it, by type. */
  events: Record<string, number>;
  /** Objects of media that are written: uploads, sizes, public copies, kept answers of models. */
  mediaPuts: number;
  /** Pages that are written to the site, each of them an address to invalidate. */
  sitePages: number;
  /** Executions of the state machine `enrich`. */
  executions?: number;
  /** Calls of models, by what they read. */
  models?: { texts: number; pictures: number; analyses: number };
}

const none = { writeUnits: 0, records: 0, events: {}, mediaPuts: 0, sitePages: 0 };

export const ACTIONS = {
  createWork: {
    fields: ['Mutation.createProject'],
    through: 'graphql',
    requests: 6,
    readUnits: 4.5,
    writeUnits: 13,
    records: 2,
    events: { 'project.created': 1 },
    mediaPuts: 1,
    sitePages: 0,
    models: { texts: 1, pictures: 0, analyses: 0 },
  },
  uploadPicture: {
    fields: ['Mutation.createAsset', 'Mutation.completeUpload'],
    through: 'graphql',
    requests: 21,
    readUnits: 22,
    writeUnits: 20,
    records: 3,
    events: { 'asset.created': 1, 'asset.uploaded': 1, 'derived.processed': 1 },
    mediaPuts: 7,
    sitePages: 0,
    models: { texts: 1, pictures: 1, analyses: 0 },
  },
  publishFirst: {
    fields: ['Mutation.publishProject'],
    through: 'graphql',
    requests: 45,
    readUnits: 38,
    writeUnits: 35,
    records: 3,
    events: { 'project.published': 1 },
    mediaPuts: 3,
    sitePages: 3,
    models: { texts: 1, pictures: 1, analyses: 0 },
  },
  publishAgain: {
    fields: ['Mutation.publishProject'],
    through: 'graphql',
    requests: 42,
    readUnits: 37,
    writeUnits: 36,
    records: 3,
    events: { 'project.published': 1 },
    mediaPuts: 0,
    sitePages: 1,
    models: { texts: 1, pictures: 0, analyses: 0 },
  },
  editWork: {
    fields: ['Mutation.updateProject'],
    through: 'graphql',
    requests: 6,
    readUnits: 4.5,
    writeUnits: 8,
    records: 1,
    events: { 'project.updated': 1 },
    mediaPuts: 1,
    sitePages: 0,
    models: { texts: 1, pictures: 0, analyses: 0 },
  },
  readOwn: { ...none, fields: ['Query.project'], through: 'rest-with-token', requests: 1, readUnits: 1 },
  listOwn: { ...none, fields: ['Query.projects'], through: 'graphql', requests: 1, readUnits: 0.5 },
  readPublic: { ...none, fields: ['Query.publicProject'], through: 'rest', requests: 2, readUnits: 2.5 },
  search: {
    ...none,
    fields: ['Query.search'],
    through: 'search-page',
    // One work is found; each more on the page is a unit.
    requests: 1,
    readUnits: 1.5,
    models: { texts: 1, pictures: 0, analyses: 0 },
  },
  enrich: {
    fields: ['Mutation.enrichProject'],
    through: 'graphql',
    requests: 59,
    readUnits: 45.5,
    writeUnits: 79,
    records: 16,
    events: { 'enrichment.requested': 1, 'enrichment.processed': 1 },
    mediaPuts: 4,
    sitePages: 0,
    executions: 1,
    models: { texts: 1, pictures: 1, analyses: 2 },
  },
} as const satisfies Record<string, Action>;

export type ActionName = keyof typeof ACTIONS;
