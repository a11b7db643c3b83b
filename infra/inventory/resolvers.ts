/** Which resolver answers which field, over which data sources, in the order of its steps. */
import type { ResolverRow, StepRow } from '../inventory.types.ts';

const tenant = (code: string): StepRow => ({ code, dataSource: 'TenantTable' });
const open = (code: string): StepRow => ({ code, dataSource: 'PublicTable' });
const fn = (code: string, dataSource: string): StepRow => ({ code, dataSource });
const none = (code: string): StepRow => ({ code, dataSource: 'None' });

const authorise = tenant('steps/authorise');
const identify = none('steps/identify');

/** A pipeline whose last own step is the field's file. */
function pipeline(name: string, code: string, steps: StepRow[]): ResolverRow {
  const [type = '', field = ''] = name.split('.');
  return { type, field, kind: 'PIPELINE', code: `pipelines/${code}`, steps };
}

function unit(name: string, dataSource: string): ResolverRow {
  const [type = '', field = ''] = name.split('.');
  return { type, field, kind: 'UNIT', code: name, dataSource };
}

/** A pipeline that authorises for a role and then runs the field's own step and any further ones. */
function authorised(name: string, role: 'viewer' | 'editor' | 'owner', ...after: StepRow[]): ResolverRow {
  return pipeline(name, role, [authorise, tenant(name), ...after]);
}

/** As `authorised`, for an input that may name other things of the tenant. */
function referring(name: string, ...after: StepRow[]): ResolverRow {
  return pipeline(name, 'editor', [authorise, tenant('steps/requireReferences'), tenant(name), ...after]);
}

const readBack = tenant('steps/readBack');
const joinDerived = tenant('steps/joinDerived');

const reads: ResolverRow[] = [
  pipeline('Query.me', 'person', [identify, none('Query.me')]),
  unit('Me.memberships', 'TenantTable'),
  pipeline('Query.tenants', 'operator', [identify, tenant('Query.tenants')]),
  pipeline('Query.tokens', 'person', [identify, tenant('Query.tokens')]),
  pipeline('Query.token', 'person', [identify, tenant('Query.token')]),
  authorised('Query.profile', 'viewer'),
  authorised('Query.members', 'viewer'),
  authorised('Query.member', 'viewer'),
  authorised('Query.projects', 'viewer'),
  authorised('Query.project', 'viewer'),
  unit('Project.logs', 'TenantTable'),
  pipeline('Project.assets', 'plain', [tenant('Project.assets'), joinDerived]),
  unit('Asset.variants', 'Media'),
  authorised('Query.logEntries', 'viewer', tenant('steps/requireProject')),
  authorised('Query.logEntry', 'viewer'),
  authorised('Query.assets', 'viewer', tenant('steps/requireProject'), joinDerived),
  authorised('Query.asset', 'viewer'),
  authorised('Query.inspirations', 'viewer'),
  authorised('Query.inspiration', 'viewer'),
  authorised('Query.pages', 'viewer'),
  authorised('Query.page', 'viewer'),
  authorised('Query.stats', 'viewer'),
  pipeline('Query.searchMine', 'viewer', [authorise, fn('Query.searchMine', 'Search')]),
];

const writes: ResolverRow[] = [
  pipeline('Mutation.createTenant', 'operator', [identify, tenant('Mutation.createTenant')]),
  pipeline('Mutation.createProfile', 'signedIn', [identify, tenant('Mutation.createProfile')]),
  authorised('Mutation.updateProfile', 'editor', readBack),
  pipeline('Mutation.addMember', 'owner', [authorise, tenant('Mutation.addMember')]),
  pipeline('Mutation.updateMember', 'owner', [
    authorise,
    tenant('steps/loadMember'),
    tenant('Mutation.updateMember'),
  ]),
  pipeline('Mutation.removeMember', 'owner', [
    authorise,
    tenant('steps/loadMember'),
    tenant('Mutation.removeMember'),
  ]),
  referring('Mutation.createProject', tenant('steps/createProjectAgain')),
  referring('Mutation.updateProject', readBack),
  referring('Mutation.createLogEntry'),
  referring('Mutation.updateLogEntry'),
  authorised('Mutation.deleteLogEntry', 'editor'),
  authorised('Mutation.createAsset', 'editor', fn('steps/signUpload', 'Media')),
  pipeline('Mutation.completeUpload', 'editorOfOneAsset', [
    authorise,
    tenant('steps/loadAsset'),
    fn('steps/requireUpload', 'Media'),
    tenant('Mutation.completeUpload'),
    joinDerived,
  ]),
  pipeline('Mutation.updateAsset', 'editorOfOneAsset', [
    authorise,
    tenant('Mutation.updateAsset'),
    joinDerived,
  ]),
  authorised('Mutation.deleteAsset', 'editor'),
  authorised('Mutation.createInspiration', 'editor'),
  authorised('Mutation.updateInspiration', 'editor'),
  authorised('Mutation.deleteInspiration', 'editor'),
  authorised('Mutation.createPage', 'editor'),
  authorised('Mutation.updatePage', 'editor', readBack),
  pipeline('Mutation.createToken', 'signedIn', [
    identify,
    fn('steps/mintToken', 'MintToken'),
    tenant('Mutation.createToken'),
  ]),
  pipeline('Mutation.deleteToken', 'signedIn', [
    identify,
    tenant('steps/loadToken'),
    tenant('Mutation.deleteToken'),
  ]),
];

const publishes: ResolverRow[] = (
  [
    ['publishProject', 'editor'],
    ['unpublishProject', 'editor'],
    ['deleteProject', 'editor'],
    ['publishPage', 'editor'],
    ['unpublishPage', 'editor'],
    ['deletePage', 'editor'],
    ['publishProfile', 'editor'],
    ['unpublishProfile', 'editor'],
    ['deleteTenant', 'owner'],
  ] as const
).map(([field, role]) =>
  pipeline(`Mutation.${field}`, role, [authorise, fn(`Mutation.${field}`, 'Publish')]),
);

const announcements: ResolverRow[] = [
  unit('Mutation.announceProject', 'None'),
  unit('Mutation.announceTenant', 'None'),
  {
    type: 'Subscription',
    field: 'onProjectChanged',
    kind: 'PIPELINE',
    code: 'Subscription.onProjectChanged',
    steps: [authorise],
  },
  {
    type: 'Subscription',
    field: 'onTenantChanged',
    kind: 'PIPELINE',
    code: 'Subscription.onTenantChanged',
    steps: [authorise],
  },
];

const readHandle = open('steps/readHandle');
const present = [open('steps/followRedirect'), open('steps/readMoved'), open('steps/readParts')];

const publicReads: ResolverRow[] = [
  unit('Query.portfolios', 'PublicLists'),
  unit('Query.recentProjects', 'PublicLists'),
  pipeline('Query.portfolio', 'plain', [readHandle, open('Query.portfolio')]),
  unit('Portfolio.projects', 'PublicTable'),
  unit('Portfolio.pages', 'PublicTable'),
  pipeline('Query.publicProject', 'plain', [readHandle, open('Query.publicProject'), ...present]),
  pipeline('Query.publicPage', 'plain', [readHandle, open('Query.publicPage'), ...present]),
];

const searches: ResolverRow[] = [
  pipeline('Query.search', 'plain', [tenant('steps/authorisePicture'), fn('Query.search', 'Search')]),
  unit('Query.suggest', 'Search'),
];

const readRun = tenant('steps/readRun');
const oneRun = [
  readRun,
  ...['readChanges', 'requestRun', 'readMark'].map((step) => tenant(`steps/${step}`)),
  readRun,
];

const enrichment: ResolverRow[] = [
  authorised('Query.enrichmentSettings', 'viewer'),
  pipeline('Mutation.updateEnrichmentSettings', 'owner', [
    authorise,
    tenant('Query.enrichmentSettings'),
    tenant('Mutation.updateEnrichmentSettings'),
  ]),
  authorised('Query.enrichments', 'viewer'),
  authorised('Query.enrichment', 'viewer'),
  authorised('Mutation.enrichProject', 'editor', ...oneRun),
  authorised('Mutation.enrichAsset', 'editor', ...oneRun),
  authorised('Mutation.enrichInspiration', 'editor', ...oneRun),
  authorised('Mutation.cancelEnrichment', 'editor'),
  authorised('Query.proposals', 'viewer', tenant('steps/requireProject')),
  authorised('Query.proposal', 'viewer'),
  authorised('Query.inspirationProposals', 'viewer', tenant('steps/requireInspiration')),
  authorised('Query.inspirationProposal', 'viewer'),
  authorised('Mutation.rejectProposal', 'editor'),
  authorised('Mutation.rejectInspirationProposal', 'editor'),
  ...['acceptProposal', 'acceptInspirationProposal', 'revertProposals'].map((field) =>
    pipeline(`Mutation.${field}`, 'editor', [authorise, fn(`Mutation.${field}`, 'Proposals')]),
  ),
];

export const resolvers: ResolverRow[] = [
  ...reads,
  ...writes,
  ...publishes,
  ...announcements,
  ...publicReads,
  ...searches,
  ...enrichment,
];
