/** Functions, and the data sources that reach them and the table. */
import type { DataSourceRow, FunctionRow, TableAccess } from '../inventory.types.ts';
import { table } from '../table.ts';
import { deploymentFunctions } from './deployment.ts';
import { enrichFunctions } from './enrichment.ts';
import { statsFunctions } from './stats.ts';
import { CHANGES } from './table-actions.ts';

const indexes = table.indexes.map((index) => index.name);
const listIndexes = indexes.filter((name) => name.startsWith('collection'));

/** All that tenants write: resolvers separate tenants, leading keys separate prefixes. */
const tenantAccess: TableAccess = {
  leadingKeys: ['TENANT#*', 'PERSON#*', 'HANDLE#*', 'TOKEN#*'],
  actions: CHANGES,
  indexes,
};

/** All that anybody may read. */
const publicAccess: TableAccess = {
  leadingKeys: ['PUBLIC#*', 'HANDLE#*'],
  actions: ['GetItem', 'BatchGetItem', 'Query'],
  indexes: [...listIndexes, 'listedPortfolios', 'listedRecentWorks'],
};

/** Reads again what the index found, by keys alone. */
const searchAccess: TableAccess = {
  leadingKeys: ['PUBLIC#*', 'HANDLE#*', 'TENANT#*'],
  actions: ['GetItem', 'BatchGetItem'],
  indexes: [],
};

/** Reads again what changed, drafts and public documents, and writes nothing. */
const indexAccess: TableAccess = {
  leadingKeys: ['TENANT#*', 'PUBLIC#*'],
  actions: ['GetItem', 'BatchGetItem', 'Query'],
  indexes: [],
};

/** Takes proposals over into drafts and back. */
const proposalsAccess: TableAccess = {
  leadingKeys: ['TENANT#*'],
  actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem', 'TransactWriteItems'],
  indexes: ['collectionByCreation'],
};

/** Reads drafts, writes public documents. */
const publishAccess: TableAccess = {
  leadingKeys: ['TENANT#*', 'PUBLIC#*', 'HANDLE#*'],
  actions: [...tenantAccess.actions, 'BatchWriteItem'],
  indexes: listIndexes,
};

/** Removes what publishing wrote, and with a whole tenant its tokens. */
const tidyAccess: TableAccess = {
  ...publishAccess,
  leadingKeys: [...publishAccess.leadingKeys, 'TOKEN#*'],
};

export const functions: FunctionRow[] = [
  {
    name: 'authorizer',
    entry: 'api/functions/authorizer/authorizer.lambda.ts',
    purpose: 'Says who a personal access token belongs to and what it may do.',
    memoryMb: 512,
    timeoutSeconds: 10,
    table: { leadingKeys: ['TOKEN#*'], actions: ['GetItem'], indexes: [] },
  },
  {
    name: 'mint-token',
    entry: 'api/functions/mint-token/mint-token.lambda.ts',
    purpose: 'Makes the secret of a personal access token and its hash.',
    memoryMb: 256,
    timeoutSeconds: 10,
  },
  {
    name: 'media',
    entry: 'api/functions/media/media.lambda.ts',
    purpose: 'Signs uploads and draft reads, and sees whether an upload has arrived.',
    memoryMb: 512,
    timeoutSeconds: 10,
    media: 'sign',
  },
  {
    name: 'publish',
    entry: 'api/functions/publish/publish.lambda.ts',
    purpose: 'Writes and removes the public form of projects, pages and profiles.',
    memoryMb: 1024,
    timeoutSeconds: 30,
    table: publishAccess,
    media: 'write',
  },
  {
    name: 'refresh-media',
    entry: 'api/functions/publish/refresh-media.lambda.ts',
    purpose: 'Adds the sizes of an image to the public document that waits for them.',
    memoryMb: 1024,
    timeoutSeconds: 60,
    table: publishAccess,
    media: 'write',
  },
  {
    name: 'refresh-generated',
    entry: 'api/functions/publish/refresh-generated.lambda.ts',
    purpose: 'Adds what machines made to the public document, where a tenant lets it stand by itself.',
    memoryMb: 1024,
    // Another choice of a tenant is about all of its works.
    timeoutSeconds: 900,
    table: publishAccess,
    media: 'write',
  },
  {
    name: 'public-lists',
    entry: 'api/functions/public-lists/public-lists.lambda.ts',
    purpose: 'Reads the sharded public lists side by side and merges them.',
    memoryMb: 512,
    timeoutSeconds: 10,
    table: publicAccess,
  },
  {
    name: 'search',
    entry: 'api/functions/search/search.lambda.ts',
    purpose: 'Finds what is public, and what a tenant keeps for its members.',
    memoryMb: 1769,
    timeoutSeconds: 25,
    table: searchAccess,
    counts: true,
    media: 'read',
    index: 'query',
    models: ['embeddings'],
    layer: 'sharp',
  },
  {
    name: 'search-page',
    entry: 'site/search/search-page.lambda.ts',
    purpose: 'Renders the page of a search, which needs no script.',
    memoryMb: 1024,
    timeoutSeconds: 28,
    pages: true,
  },
  {
    name: 'index-content',
    entry: 'api/functions/index-content/index-content.lambda.ts',
    purpose: 'Puts what is written and published into the search index.',
    memoryMb: 1024,
    timeoutSeconds: 300,
    table: indexAccess,
    index: 'write',
  },
  {
    name: 'embed',
    entry: 'api/functions/embed/embed.lambda.ts',
    purpose: 'Computes what texts mean and pictures look like, for search.',
    memoryMb: 1024,
    timeoutSeconds: 600,
    index: 'write',
    models: ['embeddings'],
    layer: 'sharp',
    // Counts what it spends.
    table: { ...indexAccess, actions: [...indexAccess.actions, 'UpdateItem'] },
    media: 'write',
  },
  {
    name: 'proposals',
    entry: 'api/functions/proposals/proposals.lambda.ts',
    purpose: 'Takes over what models proposed, and takes it back.',
    memoryMb: 512,
    timeoutSeconds: 30,
    table: proposalsAccess,
  },
  {
    name: 'rest',
    entry: 'api/functions/rest/rest.lambda.ts',
    purpose: 'Mirrors the GraphQL API as REST.',
    memoryMb: 1024,
    timeoutSeconds: 30,
  },
  {
    name: 'to-events',
    entry: 'api/functions/to-events/to-events.lambda.ts',
    purpose: "Turns records of the table's stream into events.",
    memoryMb: 512,
    timeoutSeconds: 30,
  },
  {
    name: 'announce',
    entry: 'api/functions/announce/announce.lambda.ts',
    purpose: 'Tells subscribers of changes.',
    memoryMb: 512,
    timeoutSeconds: 30,
    table: { leadingKeys: ['TENANT#*'], actions: ['GetItem'], indexes: [] },
    callsApi: true,
  },
  {
    name: 'tidy',
    entry: 'api/functions/tidy/tidy.lambda.ts',
    purpose: 'Removes what hangs on something deleted, replaced or taken down.',
    memoryMb: 1024,
    timeoutSeconds: 300,
    table: tidyAccess,
    media: 'write',
  },
  {
    name: 'process-asset',
    entry: 'api/functions/process-asset/process-asset.lambda.ts',
    purpose: 'Makes the sizes of an uploaded image, without its private metadata.',
    memoryMb: 3008,
    timeoutSeconds: 120,
    table: publishAccess,
    media: 'write',
    layer: 'sharp',
  },
  {
    name: 'publisher',
    entry: 'site/publisher/publisher.lambda.ts',
    purpose: 'Renders the pages that a change touches and writes them to the site.',
    memoryMb: 1769,
    timeoutSeconds: 300,
    table: publicAccess,
    site: 'write',
  },
  ...enrichFunctions,
  ...statsFunctions,
  ...deploymentFunctions(publicAccess),
];

export const dataSources: DataSourceRow[] = [
  { name: 'TenantTable', kind: 'table', access: tenantAccess },
  { name: 'PublicTable', kind: 'table', access: publicAccess },
  { name: 'Publish', kind: 'function', function: 'publish' },
  { name: 'PublicLists', kind: 'function', function: 'public-lists' },
  { name: 'Media', kind: 'function', function: 'media' },
  { name: 'Search', kind: 'function', function: 'search' },
  { name: 'Proposals', kind: 'function', function: 'proposals' },
  { name: 'MintToken', kind: 'function', function: 'mint-token' },
  { name: 'None', kind: 'none' },
];
