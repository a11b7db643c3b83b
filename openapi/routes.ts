/**
 * The REST mirror as data: each row is one named operation of `operations/` behind one method and path. Path and query
 * parameters are the operation's variables of the same name, and so is `body`. What a row means is in `Route`.
 */

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

export interface Route {
  method: Method;
  /** Parameters in braces; `{name+}`, at the end only, takes slashes as well, as API Gateway writes it. */
  path: string;
  /** Name of the operation, its file and the `operationId`. */
  operation: string;
  /** Status of an answer that went well. */
  status: 200 | 201;
  /** `public` answers may be shared for a minute, `private` ones are checked again each time, the rest is not kept. */
  cache: 'public' | 'private' | 'none';
  /**
   * Whose credential is needed: none, a person's, a signed-in person's (not a personal access token), that of a member
   * of the tenant, or a signed-in operator's.
   */
  auth: 'anonymous' | 'person' | 'signedIn' | 'tenant' | 'operator';
  /** Scope that a personal access token needs; null where none is needed or no such token is taken. */
  scope: 'READ' | 'WRITE' | null;
  tag: Tag;
  /** Query parameters that are variables. */
  query: readonly string[];
  /** Names for `expand`: `logs` sets the variable `expandLogs`. */
  expand: readonly string[];
  /** The variable that the body is. */
  body: 'input' | null;
  /** The version comes from `If-Match` or `expectedVersion`; holds the operation that reads the present one. */
  precondition: { read: string } | null;
  /** Where the answer holds what `Location` adds to the path; empty for the path itself, null for no `Location`. */
  location: string | null;
  /** The answer names the present address by the path's parameters; asked for by an old name, it is 301 to that one. */
  movable: boolean;
}

/** Sections of the API, in the order in which the reference shows them. */
export const tags = {
  Me: 'The person who is signed in and the profile of the tenant acted for.',
  Projects: 'Creative projects and single works: the drafts.',
  Logs: 'The process log of a project.',
  Assets: 'Pictures and files of a project.',
  Inspirations: 'What a tenant keeps because it inspires.',
  Pages: "Pages of a tenant's own.",
  Enrichment:
    'What models propose: a choice, runs, and values that are published only once somebody has accepted them.',
  Statistics: 'How often what is public was looked at.',
  Members: 'Who may act for a tenant.',
  Tokens: 'Personal access tokens.',
  Tenants: 'All tenants, for operators.',
  Public: 'What is published. No credential is needed; one that is sent is ignored.',
} as const;

export type Tag = keyof typeof tags;

const PAGING = ['limit', 'cursor'] as const;

/** What every search is narrowed by. */
const FILTERS = [
  'medium',
  'classification',
  'tag',
  'colour',
  'licence',
  'language',
  'yearFrom',
  'yearTo',
  'facets',
] as const;

type Detail = Partial<Pick<Route, 'auth' | 'query' | 'expand' | 'location' | 'movable'>>;

function row(method: Method, path: string, operation: string, tag: Tag, rest: Partial<Route>): Route {
  const anonymous = tag === 'Public';
  const tokens = !anonymous && rest.auth !== 'signedIn' && rest.auth !== 'operator';
  return {
    method,
    path,
    operation,
    tag,
    status: 200,
    cache: anonymous ? 'public' : method === 'GET' ? 'private' : 'none',
    auth: anonymous ? 'anonymous' : 'tenant',
    scope: !tokens ? null : method === 'GET' ? 'READ' : 'WRITE',
    query: [],
    expand: [],
    body: null,
    precondition: null,
    location: null,
    movable: false,
    ...rest,
  };
}

const read = (path: string, operation: string, tag: Tag, detail: Detail = {}) =>
  row('GET', path, operation, tag, detail);

const list = (path: string, operation: string, tag: Tag, detail: Detail = {}) =>
  row('GET', path, operation, tag, { query: PAGING, ...detail });

const ordered = (path: string, operation: string, tag: Tag) =>
  row('GET', path, operation, tag, { query: [...PAGING, 'order'] });

const create = (path: string, operation: string, tag: Tag, detail: Detail = {}) =>
  row('POST', path, operation, tag, { status: 201, body: 'input', location: 'id', ...detail });

const change = (path: string, operation: string, tag: Tag, readBy: string) =>
  row('PATCH', path, operation, tag, { body: 'input', precondition: { read: readBy } });

const remove = (path: string, operation: string, tag: Tag, readBy: string) =>
  row('DELETE', path, operation, tag, { precondition: { read: readBy } });

const act = (path: string, operation: string, tag: Tag, readBy: string) =>
  row('POST', path, operation, tag, { precondition: { read: readBy } });

/** Of enrichment: without a body, and with one. */
const run = (path: string, operation: string) => row('POST', path, operation, 'Enrichment', {});
const decide = (path: string, operation: string) =>
  row('POST', path, operation, 'Enrichment', { body: 'input' });

export const routes: readonly Route[] = [
  read('/v1/me', 'me', 'Me', { auth: 'person', expand: ['memberships'] }),
  list('/v1/me/memberships', 'memberships', 'Me', { auth: 'person' }),
  read('/v1/me/profile', 'profile', 'Me'),
  create('/v1/me/profile', 'createProfile', 'Me', { auth: 'signedIn', location: '' }),
  change('/v1/me/profile', 'updateProfile', 'Me', 'profile'),
  remove('/v1/me/profile', 'deleteTenant', 'Me', 'profile'),
  act('/v1/me/profile/publish', 'publishProfile', 'Me', 'profile'),
  act('/v1/me/profile/unpublish', 'unpublishProfile', 'Me', 'profile'),

  list('/v1/me/search', 'searchMine', 'Me', {
    query: ['text', 'mode', 'similarTo', 'pictureOf', 'projectId', 'kind', ...FILTERS, ...PAGING],
  }),

  ordered('/v1/projects', 'projects', 'Projects'),
  create('/v1/projects', 'createProject', 'Projects'),
  read('/v1/projects/{projectId}', 'project', 'Projects', { expand: ['logs', 'assets'] }),
  change('/v1/projects/{projectId}', 'updateProject', 'Projects', 'project'),
  remove('/v1/projects/{projectId}', 'deleteProject', 'Projects', 'project'),
  act('/v1/projects/{projectId}/publish', 'publishProject', 'Projects', 'project'),
  act('/v1/projects/{projectId}/unpublish', 'unpublishProject', 'Projects', 'project'),

  ordered('/v1/projects/{projectId}/logs', 'logEntries', 'Logs'),
  create('/v1/projects/{projectId}/logs', 'createLogEntry', 'Logs'),
  read('/v1/projects/{projectId}/logs/{logId}', 'logEntry', 'Logs'),
  change('/v1/projects/{projectId}/logs/{logId}', 'updateLogEntry', 'Logs', 'logEntry'),
  remove('/v1/projects/{projectId}/logs/{logId}', 'deleteLogEntry', 'Logs', 'logEntry'),

  list('/v1/projects/{projectId}/assets', 'assets', 'Assets'),
  create('/v1/projects/{projectId}/assets', 'createAsset', 'Assets', { location: 'asset.id' }),
  read('/v1/projects/{projectId}/assets/{assetId}', 'asset', 'Assets'),
  change('/v1/projects/{projectId}/assets/{assetId}', 'updateAsset', 'Assets', 'asset'),
  remove('/v1/projects/{projectId}/assets/{assetId}', 'deleteAsset', 'Assets', 'asset'),
  row('POST', '/v1/projects/{projectId}/assets/{assetId}/complete', 'completeUpload', 'Assets', {}),

  ordered('/v1/inspirations', 'inspirations', 'Inspirations'),
  create('/v1/inspirations', 'createInspiration', 'Inspirations'),
  read('/v1/inspirations/{inspirationId}', 'inspiration', 'Inspirations'),
  change('/v1/inspirations/{inspirationId}', 'updateInspiration', 'Inspirations', 'inspiration'),
  remove('/v1/inspirations/{inspirationId}', 'deleteInspiration', 'Inspirations', 'inspiration'),

  ordered('/v1/pages', 'pages', 'Pages'),
  create('/v1/pages', 'createPage', 'Pages'),
  read('/v1/pages/{pageId}', 'page', 'Pages'),
  change('/v1/pages/{pageId}', 'updatePage', 'Pages', 'page'),
  remove('/v1/pages/{pageId}', 'deletePage', 'Pages', 'page'),
  act('/v1/pages/{pageId}/publish', 'publishPage', 'Pages', 'page'),
  act('/v1/pages/{pageId}/unpublish', 'unpublishPage', 'Pages', 'page'),

  read('/v1/me/stats', 'stats', 'Statistics', { query: ['from', 'to'] }),

  read('/v1/me/enrichment', 'enrichmentSettings', 'Enrichment'),
  change('/v1/me/enrichment', 'updateEnrichmentSettings', 'Enrichment', 'enrichmentSettings'),
  list('/v1/enrichments', 'enrichments', 'Enrichment'),
  read('/v1/enrichments/{enrichmentId}', 'enrichment', 'Enrichment'),
  run('/v1/enrichments/{enrichmentId}/cancel', 'cancelEnrichment'),
  run('/v1/projects/{projectId}/enrich', 'enrichProject'),
  run('/v1/projects/{projectId}/assets/{assetId}/enrich', 'enrichAsset'),
  run('/v1/inspirations/{inspirationId}/enrich', 'enrichInspiration'),
  list('/v1/projects/{projectId}/proposals', 'proposals', 'Enrichment', { query: ['state', ...PAGING] }),
  read('/v1/projects/{projectId}/proposals/{proposalId}', 'proposal', 'Enrichment'),
  decide('/v1/projects/{projectId}/proposals/{proposalId}/accept', 'acceptProposal'),
  row('POST', '/v1/projects/{projectId}/proposals/{proposalId}/reject', 'rejectProposal', 'Enrichment', {
    query: ['expectedRevision'],
  }),
  list('/v1/inspirations/{inspirationId}/proposals', 'inspirationProposals', 'Enrichment', {
    query: ['state', ...PAGING],
  }),
  read('/v1/inspirations/{inspirationId}/proposals/{proposalId}', 'inspirationProposal', 'Enrichment'),
  decide('/v1/inspirations/{inspirationId}/proposals/{proposalId}/accept', 'acceptInspirationProposal'),
  row(
    'POST',
    '/v1/inspirations/{inspirationId}/proposals/{proposalId}/reject',
    'rejectInspirationProposal',
    'Enrichment',
    { query: ['expectedRevision'] },
  ),
  decide('/v1/proposals/revert', 'revertProposals'),

  list('/v1/members', 'members', 'Members'),
  create('/v1/members', 'addMember', 'Members', { location: 'uid' }),
  read('/v1/members/{uid}', 'member', 'Members'),
  change('/v1/members/{uid}', 'updateMember', 'Members', 'member'),
  remove('/v1/members/{uid}', 'removeMember', 'Members', 'member'),

  list('/v1/tokens', 'tokens', 'Tokens', { auth: 'person' }),
  create('/v1/tokens', 'createToken', 'Tokens', { auth: 'signedIn', location: 'token.id' }),
  read('/v1/tokens/{tokenId}', 'token', 'Tokens', { auth: 'person' }),
  row('DELETE', '/v1/tokens/{tokenId}', 'deleteToken', 'Tokens', { auth: 'signedIn' }),

  list('/v1/tenants', 'tenants', 'Tenants', { auth: 'operator' }),
  create('/v1/tenants', 'createTenant', 'Tenants', { auth: 'operator', location: null }),

  list('/v1/search', 'search', 'Public', {
    query: ['text', 'mode', 'similarTo', 'picture', 'handle', 'kind', ...FILTERS, ...PAGING],
  }),
  read('/v1/search/suggestions', 'suggest', 'Public', { query: ['text', 'limit'] }),
  list('/v1/recent', 'recentProjects', 'Public'),
  list('/v1/portfolios', 'portfolios', 'Public'),
  read('/v1/portfolios/{handle}', 'portfolio', 'Public', { expand: ['projects', 'pages'], movable: true }),
  list('/v1/portfolios/{handle}/projects', 'portfolioProjects', 'Public'),
  read('/v1/portfolios/{handle}/projects/{slug}', 'publicProject', 'Public', { movable: true }),
  list('/v1/portfolios/{handle}/pages', 'portfolioPages', 'Public'),
  read('/v1/portfolios/{handle}/pages/{path+}', 'publicPage', 'Public', { movable: true }),
];

/** Where the OpenAPI document itself is read. It is no operation, so it has no row. */
export const DOCUMENT_PATH = '/v1/openapi.json';

/** Root fields without a route, and why. */
export const unmirrored: Readonly<Record<string, string>> = {
  'Mutation.announceProject':
    'Only our own functions announce changes, with IAM, so that subscriptions hear of them.',
  'Mutation.announceTenant':
    'Only our own functions announce changes, with IAM, so that subscriptions hear of them.',
  'Subscription.onProjectChanged': 'REST has no way to push: listen at the realtime endpoint of GraphQL.',
  'Subscription.onTenantChanged': 'REST has no way to push: listen at the realtime endpoint of GraphQL.',
};
