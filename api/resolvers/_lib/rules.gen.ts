// Generated from schema.graphql: the limits of input types and arguments, for validate.ts, and the defaults of creates.

import type { Rules } from './validate.ts';

export const factInput: Rules = {
  key: { minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_.:-]+(?![\\s\\S])' },
  label: { minLength: 1, maxLength: 200 },
  value: { maxLength: 40000 },
};

export const linkInput: Rules = {
  label: { minLength: 1, maxLength: 200 },
  url: { maxLength: 2000, pattern: '^([hH][tT][tT][pP][sS]?|[mM][aA][iI][lL][tT][oO]):[\\s\\S]*' },
};

export const creditInput: Rules = {
  name: { minLength: 1, maxLength: 1000 },
  role: { maxLength: 500 },
  handle: { minLength: 3, maxLength: 64, pattern: '^[a-z0-9]+(-[a-z0-9]+)*(?![\\s\\S])' },
};

export const focalPointInput: Rules = { x: { min: 0, max: 1 }, y: { min: 0, max: 1 } };

export const createTenantInput: Rules = {
  handle: { minLength: 3, maxLength: 64, pattern: '^[a-z0-9]+(-[a-z0-9]+)*(?![\\s\\S])' },
  name: { minLength: 1, maxLength: 1000 },
  sortName: { maxLength: 1000 },
  altNames: { maxItems: 50, maxLength: 1000 },
  dateText: { maxLength: 1000 },
  birthYear: { min: -10000, max: 10000 },
  deathYear: { min: -10000, max: 10000 },
  birthPlace: { maxLength: 1000 },
  deathPlace: { maxLength: 1000 },
  nationality: { maxLength: 1000 },
  summary: { maxLength: 4000 },
  statement: { maxLength: 60000 },
  licence: { maxLength: 1000 },
  facts: { maxItems: 200, fields: factInput },
  links: { maxItems: 50, fields: linkInput },
  externalRef: { minLength: 1, maxLength: 200 },
};

export const createTenantInputDefaults = { kind: 'PERSON', visibility: 'LISTED' };

export const updateProfileInput: Rules = {
  handle: { notNull: true, minLength: 3, maxLength: 64, pattern: '^[a-z0-9]+(-[a-z0-9]+)*(?![\\s\\S])' },
  name: { notNull: true, minLength: 1, maxLength: 1000 },
  kind: { notNull: true },
  sortName: { maxLength: 1000 },
  altNames: { maxItems: 50, maxLength: 1000 },
  dateText: { maxLength: 1000 },
  birthYear: { min: -10000, max: 10000 },
  deathYear: { min: -10000, max: 10000 },
  birthPlace: { maxLength: 1000 },
  deathPlace: { maxLength: 1000 },
  nationality: { maxLength: 1000 },
  summary: { maxLength: 4000 },
  statement: { maxLength: 60000 },
  licence: { maxLength: 1000 },
  facts: { maxItems: 200, fields: factInput },
  links: { maxItems: 50, fields: linkInput },
  visibility: { notNull: true },
};

export const addMemberInput: Rules = {
  uid: { minLength: 26, maxLength: 26, pattern: '^[0-9A-HJKMNP-TV-Z]{26}(?![\\s\\S])' },
  label: { maxLength: 200 },
};

export const updateMemberInput: Rules = { role: { notNull: true }, label: { maxLength: 200 } };

export const createProjectInput: Rules = {
  title: { maxLength: 2000 },
  slug: { minLength: 1, maxLength: 80, pattern: '^[a-z0-9]+(-[a-z0-9]+)*(?![\\s\\S])' },
  foreignTitle: { maxLength: 2000 },
  language: { maxLength: 35, pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*(?![\\s\\S])' },
  series: { maxLength: 1000 },
  dateText: { maxLength: 1000 },
  yearStart: { min: -10000, max: 10000 },
  yearEnd: { min: -10000, max: 10000 },
  medium: { maxLength: 2000 },
  classification: { maxLength: 1000 },
  dimensions: { maxLength: 2000 },
  inscription: { maxLength: 20000 },
  description: { maxLength: 60000 },
  body: { maxLength: 60000 },
  provenance: { maxLength: 20000 },
  creditLine: { maxLength: 4000 },
  culture: { maxLength: 1000 },
  period: { maxLength: 1000 },
  places: { maxItems: 100, maxLength: 1000 },
  tags: { maxItems: 200, maxLength: 500 },
  licence: { maxLength: 1000 },
  credits: { maxItems: 200, fields: creditInput },
  facts: { maxItems: 200, fields: factInput },
  links: { maxItems: 50, fields: linkInput },
  coverAssetId: { minLength: 1, maxLength: 64 },
  inspirationIds: { maxItems: 50, minLength: 26, maxLength: 26 },
  externalRef: { minLength: 1, maxLength: 200 },
};

export const createProjectInputDefaults = { visibility: 'LISTED' };

export const updateProjectInput: Rules = {
  title: { maxLength: 2000 },
  slug: { notNull: true, minLength: 1, maxLength: 80, pattern: '^[a-z0-9]+(-[a-z0-9]+)*(?![\\s\\S])' },
  foreignTitle: { maxLength: 2000 },
  language: { maxLength: 35, pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*(?![\\s\\S])' },
  series: { maxLength: 1000 },
  dateText: { maxLength: 1000 },
  yearStart: { min: -10000, max: 10000 },
  yearEnd: { min: -10000, max: 10000 },
  medium: { maxLength: 2000 },
  classification: { maxLength: 1000 },
  dimensions: { maxLength: 2000 },
  inscription: { maxLength: 20000 },
  description: { maxLength: 60000 },
  body: { maxLength: 60000 },
  provenance: { maxLength: 20000 },
  creditLine: { maxLength: 4000 },
  culture: { maxLength: 1000 },
  period: { maxLength: 1000 },
  places: { maxItems: 100, maxLength: 1000 },
  tags: { maxItems: 200, maxLength: 500 },
  licence: { maxLength: 1000 },
  credits: { maxItems: 200, fields: creditInput },
  facts: { maxItems: 200, fields: factInput },
  links: { maxItems: 50, fields: linkInput },
  coverAssetId: { minLength: 1, maxLength: 64 },
  inspirationIds: { maxItems: 50, minLength: 26, maxLength: 26 },
  visibility: { notNull: true },
};

export const createLogEntryInput: Rules = {
  title: { maxLength: 2000 },
  body: { maxLength: 60000 },
  assetIds: { maxItems: 50, minLength: 26, maxLength: 26 },
  tags: { maxItems: 200, maxLength: 500 },
  language: { maxLength: 35, pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*(?![\\s\\S])' },
  externalRef: { minLength: 1, maxLength: 200 },
};

export const createLogEntryInputDefaults = { audience: 'PUBLIC' };

export const updateLogEntryInput: Rules = {
  title: { maxLength: 2000 },
  body: { notNull: true, maxLength: 60000 },
  occurredAt: { notNull: true },
  assetIds: { maxItems: 50, minLength: 26, maxLength: 26 },
  tags: { maxItems: 200, maxLength: 500 },
  language: { maxLength: 35, pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*(?![\\s\\S])' },
  audience: { notNull: true },
};

export const createAssetInput: Rules = {
  fileName: {
    maxLength: 500,
    pattern:
      '^[^\\u0000-\\u001F\\u007F-\\u009F\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]*(?![\\s\\S])',
  },
  contentType: { minLength: 3, maxLength: 100, pattern: '^[a-z]+/[a-z0-9.+-]+(?![\\s\\S])' },
  size: { min: 1, max: 52428800 },
  sha256: { minLength: 44, maxLength: 44, pattern: '^[A-Za-z0-9+/]{43}=(?![\\s\\S])' },
  position: { minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9]+(?![\\s\\S])' },
  altText: { maxLength: 4000 },
  caption: { maxLength: 8000 },
  credit: { maxLength: 2000 },
  focalPoint: { fields: focalPointInput },
  externalRef: { minLength: 1, maxLength: 200 },
};

export const createAssetInputDefaults = { audience: 'PUBLIC' };

export const updateAssetInput: Rules = {
  position: { minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9]+(?![\\s\\S])' },
  altText: { maxLength: 4000 },
  caption: { maxLength: 8000 },
  credit: { maxLength: 2000 },
  focalPoint: { fields: focalPointInput },
  audience: { notNull: true },
};

export const createInspirationInput: Rules = {
  title: { minLength: 1, maxLength: 2000 },
  creator: { maxLength: 1000 },
  sourceUrl: { maxLength: 2000, pattern: '^[hH][tT][tT][pP][sS]?:[\\s\\S]*' },
  note: { maxLength: 20000 },
  tags: { maxItems: 200, maxLength: 500 },
  licence: { maxLength: 1000 },
  facts: { maxItems: 200, fields: factInput },
  externalRef: { minLength: 1, maxLength: 200 },
};

export const createInspirationInputDefaults = { audience: 'PRIVATE' };

export const updateInspirationInput: Rules = {
  title: { notNull: true, minLength: 1, maxLength: 2000 },
  creator: { maxLength: 1000 },
  sourceUrl: { maxLength: 2000, pattern: '^[hH][tT][tT][pP][sS]?:[\\s\\S]*' },
  note: { maxLength: 20000 },
  tags: { maxItems: 200, maxLength: 500 },
  licence: { maxLength: 1000 },
  facts: { maxItems: 200, fields: factInput },
  audience: { notNull: true },
};

export const createPageInput: Rules = {
  path: {
    minLength: 1,
    maxLength: 200,
    pattern: '^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*(?![\\s\\S])',
  },
  title: { minLength: 1, maxLength: 2000 },
  summary: { maxLength: 2000 },
  body: { maxLength: 100000 },
  language: { maxLength: 35, pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*(?![\\s\\S])' },
  sortOrder: { min: 0, max: 999999 },
  externalRef: { minLength: 1, maxLength: 200 },
};

export const createPageInputDefaults = { visibility: 'LISTED' };

export const updatePageInput: Rules = {
  path: {
    notNull: true,
    minLength: 1,
    maxLength: 200,
    pattern: '^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*(?![\\s\\S])',
  },
  title: { notNull: true, minLength: 1, maxLength: 2000 },
  summary: { maxLength: 2000 },
  body: { notNull: true, maxLength: 100000 },
  language: { maxLength: 35, pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*(?![\\s\\S])' },
  sortOrder: { min: 0, max: 999999 },
  visibility: { notNull: true },
};

export const createTokenInput: Rules = { name: { minLength: 1, maxLength: 200 }, scopes: { maxItems: 2 } };

export const enrichmentSettingsInput: Rules = {
  automaticFields: { maxItems: 21 },
  vocabulary: { maxItems: 500, minLength: 1, maxLength: 200, pattern: '^\\s*\\S[\\s\\S]*' },
  monthlyTokens: { min: 0, max: 2000000000 },
  monthlyMicroUsd: { min: 0, max: 2000000000 },
};

export const acceptProposalInput: Rules = {
  values: { maxItems: 200, minLength: 1, maxLength: 60000, pattern: '^\\s*\\S[\\s\\S]*' },
  expectedVersion: { min: 1 },
  expectedRevision: { min: 1 },
};

export const revertProposalsInput: Rules = {
  model: { minLength: 1, maxLength: 200 },
  promptVersion: { minLength: 1, maxLength: 100 },
  cursor: { maxLength: 4096 },
};

export const meMembershipsArguments: Rules = { limit: { min: 1, max: 100 }, cursor: { maxLength: 4096 } };

export const projectLogsArguments: Rules = { limit: { min: 1, max: 100 }, cursor: { maxLength: 4096 } };

export const projectAssetsArguments: Rules = { limit: { min: 1, max: 100 }, cursor: { maxLength: 4096 } };

export const portfolioProjectsArguments: Rules = { limit: { min: 1, max: 100 }, cursor: { maxLength: 4096 } };

export const portfolioPagesArguments: Rules = { limit: { min: 1, max: 100 }, cursor: { maxLength: 4096 } };

export const queryTenantsArguments: Rules = { limit: { min: 1, max: 100 }, cursor: { maxLength: 4096 } };

export const queryMembersArguments: Rules = { limit: { min: 1, max: 100 }, cursor: { maxLength: 4096 } };

export const queryMemberArguments: Rules = { uid: { minLength: 1, maxLength: 64 } };

export const queryProjectsArguments: Rules = { limit: { min: 1, max: 100 }, cursor: { maxLength: 4096 } };

export const queryProjectArguments: Rules = { id: { minLength: 1, maxLength: 64 } };

export const queryLogEntriesArguments: Rules = {
  projectId: { minLength: 1, maxLength: 64 },
  limit: { min: 1, max: 100 },
  cursor: { maxLength: 4096 },
};

export const queryLogEntryArguments: Rules = {
  projectId: { minLength: 1, maxLength: 64 },
  id: { minLength: 1, maxLength: 64 },
};

export const queryAssetsArguments: Rules = {
  projectId: { minLength: 1, maxLength: 64 },
  limit: { min: 1, max: 100 },
  cursor: { maxLength: 4096 },
};

export const queryAssetArguments: Rules = {
  projectId: { minLength: 1, maxLength: 64 },
  id: { minLength: 1, maxLength: 64 },
};

export const queryInspirationsArguments: Rules = { limit: { min: 1, max: 100 }, cursor: { maxLength: 4096 } };

export const queryInspirationArguments: Rules = { id: { minLength: 1, maxLength: 64 } };

export const queryPagesArguments: Rules = { limit: { min: 1, max: 100 }, cursor: { maxLength: 4096 } };

export const queryPageArguments: Rules = { id: { minLength: 1, maxLength: 64 } };

export const queryTokensArguments: Rules = { limit: { min: 1, max: 100 }, cursor: { maxLength: 4096 } };

export const queryTokenArguments: Rules = { id: { minLength: 1, maxLength: 64 } };

export const queryPortfoliosArguments: Rules = { limit: { min: 1, max: 100 }, cursor: { maxLength: 4096 } };

export const queryRecentProjectsArguments: Rules = {
  limit: { min: 1, max: 100 },
  cursor: { maxLength: 4096 },
};

export const queryPortfolioArguments: Rules = {
  handle: { minLength: 3, maxLength: 64, pattern: '^[a-z0-9]+(-[a-z0-9]+)*(?![\\s\\S])' },
};

export const queryPublicProjectArguments: Rules = {
  handle: { minLength: 3, maxLength: 64, pattern: '^[a-z0-9]+(-[a-z0-9]+)*(?![\\s\\S])' },
  slug: { minLength: 1, maxLength: 80 },
};

export const queryPublicPageArguments: Rules = {
  handle: { minLength: 3, maxLength: 64, pattern: '^[a-z0-9]+(-[a-z0-9]+)*(?![\\s\\S])' },
  path: { minLength: 1, maxLength: 200 },
};

export const querySearchArguments: Rules = {
  text: { maxLength: 400 },
  similarTo: { minLength: 1, maxLength: 64 },
  picture: { minLength: 1, maxLength: 1000 },
  pictureOf: { minLength: 1, maxLength: 64 },
  handle: { minLength: 3, maxLength: 64, pattern: '^[a-z0-9]+(-[a-z0-9]+)*(?![\\s\\S])' },
  kind: { maxItems: 3 },
  medium: { minLength: 1, maxLength: 500, maxItems: 20 },
  classification: { minLength: 1, maxLength: 500, maxItems: 20 },
  tag: { minLength: 1, maxLength: 500, maxItems: 20 },
  colour: { minLength: 1, maxLength: 50, maxItems: 20 },
  licence: { minLength: 1, maxLength: 500, maxItems: 20 },
  language: { minLength: 2, maxLength: 35, maxItems: 20 },
  yearFrom: { min: -10000, max: 10000 },
  yearTo: { min: -10000, max: 10000 },
  limit: { min: 1, max: 100 },
  cursor: { maxLength: 4096 },
};

export const querySearchMineArguments: Rules = {
  text: { maxLength: 400 },
  similarTo: { minLength: 1, maxLength: 64 },
  pictureOf: { minLength: 1, maxLength: 64 },
  projectId: { minLength: 1, maxLength: 64 },
  kind: { maxItems: 5 },
  medium: { minLength: 1, maxLength: 500, maxItems: 20 },
  classification: { minLength: 1, maxLength: 500, maxItems: 20 },
  tag: { minLength: 1, maxLength: 500, maxItems: 20 },
  colour: { minLength: 1, maxLength: 50, maxItems: 20 },
  licence: { minLength: 1, maxLength: 500, maxItems: 20 },
  language: { minLength: 2, maxLength: 35, maxItems: 20 },
  yearFrom: { min: -10000, max: 10000 },
  yearTo: { min: -10000, max: 10000 },
  limit: { min: 1, max: 100 },
  cursor: { maxLength: 4096 },
};

export const querySuggestArguments: Rules = {
  text: { minLength: 1, maxLength: 200 },
  limit: { min: 1, max: 20 },
};

export const queryStatsArguments: Rules = {
  from: {
    minLength: 10,
    maxLength: 10,
    pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?![\\s\\S])',
  },
  to: {
    minLength: 10,
    maxLength: 10,
    pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?![\\s\\S])',
  },
};

export const queryEnrichmentsArguments: Rules = { limit: { min: 1, max: 100 }, cursor: { maxLength: 4096 } };

export const queryEnrichmentArguments: Rules = { id: { minLength: 1, maxLength: 64 } };

export const queryProposalsArguments: Rules = {
  projectId: { minLength: 1, maxLength: 64 },
  limit: { min: 1, max: 100 },
  cursor: { maxLength: 4096 },
};

export const queryProposalArguments: Rules = {
  projectId: { minLength: 1, maxLength: 64 },
  id: { minLength: 1, maxLength: 128 },
};

export const queryInspirationProposalsArguments: Rules = {
  inspirationId: { minLength: 1, maxLength: 64 },
  limit: { min: 1, max: 100 },
  cursor: { maxLength: 4096 },
};

export const queryInspirationProposalArguments: Rules = {
  inspirationId: { minLength: 1, maxLength: 64 },
  id: { minLength: 1, maxLength: 128 },
};

export const mutationCreateTenantArguments: Rules = { input: { fields: createTenantInput } };

export const mutationCreateProfileArguments: Rules = { input: { fields: createTenantInput } };

export const mutationUpdateProfileArguments: Rules = {
  input: { fields: updateProfileInput },
  expectedVersion: { min: 1 },
};

export const mutationPublishProfileArguments: Rules = { expectedVersion: { min: 1 } };

export const mutationUnpublishProfileArguments: Rules = { expectedVersion: { min: 1 } };

export const mutationDeleteTenantArguments: Rules = { expectedVersion: { min: 1 } };

export const mutationAddMemberArguments: Rules = { input: { fields: addMemberInput } };

export const mutationUpdateMemberArguments: Rules = {
  uid: { minLength: 1, maxLength: 64 },
  input: { fields: updateMemberInput },
  expectedVersion: { min: 1 },
};

export const mutationRemoveMemberArguments: Rules = {
  uid: { minLength: 1, maxLength: 64 },
  expectedVersion: { min: 1 },
};

export const mutationCreateProjectArguments: Rules = { input: { fields: createProjectInput } };

export const mutationUpdateProjectArguments: Rules = {
  id: { minLength: 1, maxLength: 64 },
  input: { fields: updateProjectInput },
  expectedVersion: { min: 1 },
};

export const mutationDeleteProjectArguments: Rules = {
  id: { minLength: 1, maxLength: 64 },
  expectedVersion: { min: 1 },
};

export const mutationPublishProjectArguments: Rules = {
  id: { minLength: 1, maxLength: 64 },
  expectedVersion: { min: 1 },
};

export const mutationUnpublishProjectArguments: Rules = {
  id: { minLength: 1, maxLength: 64 },
  expectedVersion: { min: 1 },
};

export const mutationCreateLogEntryArguments: Rules = {
  projectId: { minLength: 1, maxLength: 64 },
  input: { fields: createLogEntryInput },
};

export const mutationUpdateLogEntryArguments: Rules = {
  projectId: { minLength: 1, maxLength: 64 },
  id: { minLength: 1, maxLength: 64 },
  input: { fields: updateLogEntryInput },
  expectedVersion: { min: 1 },
};

export const mutationDeleteLogEntryArguments: Rules = {
  projectId: { minLength: 1, maxLength: 64 },
  id: { minLength: 1, maxLength: 64 },
  expectedVersion: { min: 1 },
};

export const mutationCreateAssetArguments: Rules = {
  projectId: { minLength: 1, maxLength: 64 },
  input: { fields: createAssetInput },
};

export const mutationCompleteUploadArguments: Rules = {
  projectId: { minLength: 1, maxLength: 64 },
  id: { minLength: 1, maxLength: 64 },
};

export const mutationUpdateAssetArguments: Rules = {
  projectId: { minLength: 1, maxLength: 64 },
  id: { minLength: 1, maxLength: 64 },
  input: { fields: updateAssetInput },
  expectedVersion: { min: 1 },
};

export const mutationDeleteAssetArguments: Rules = {
  projectId: { minLength: 1, maxLength: 64 },
  id: { minLength: 1, maxLength: 64 },
  expectedVersion: { min: 1 },
};

export const mutationCreateInspirationArguments: Rules = { input: { fields: createInspirationInput } };

export const mutationUpdateInspirationArguments: Rules = {
  id: { minLength: 1, maxLength: 64 },
  input: { fields: updateInspirationInput },
  expectedVersion: { min: 1 },
};

export const mutationDeleteInspirationArguments: Rules = {
  id: { minLength: 1, maxLength: 64 },
  expectedVersion: { min: 1 },
};

export const mutationCreatePageArguments: Rules = { input: { fields: createPageInput } };

export const mutationUpdatePageArguments: Rules = {
  id: { minLength: 1, maxLength: 64 },
  input: { fields: updatePageInput },
  expectedVersion: { min: 1 },
};

export const mutationDeletePageArguments: Rules = {
  id: { minLength: 1, maxLength: 64 },
  expectedVersion: { min: 1 },
};

export const mutationPublishPageArguments: Rules = {
  id: { minLength: 1, maxLength: 64 },
  expectedVersion: { min: 1 },
};

export const mutationUnpublishPageArguments: Rules = {
  id: { minLength: 1, maxLength: 64 },
  expectedVersion: { min: 1 },
};

export const mutationCreateTokenArguments: Rules = { input: { fields: createTokenInput } };

export const mutationDeleteTokenArguments: Rules = { id: { minLength: 1, maxLength: 64 } };

export const mutationUpdateEnrichmentSettingsArguments: Rules = {
  input: { fields: enrichmentSettingsInput },
  expectedVersion: { min: 1 },
};

export const mutationEnrichProjectArguments: Rules = { id: { minLength: 1, maxLength: 64 } };

export const mutationEnrichAssetArguments: Rules = {
  projectId: { minLength: 1, maxLength: 64 },
  id: { minLength: 1, maxLength: 64 },
};

export const mutationEnrichInspirationArguments: Rules = { id: { minLength: 1, maxLength: 64 } };

export const mutationCancelEnrichmentArguments: Rules = { id: { minLength: 1, maxLength: 64 } };

export const mutationAcceptProposalArguments: Rules = {
  projectId: { minLength: 1, maxLength: 64 },
  id: { minLength: 1, maxLength: 128 },
  input: { fields: acceptProposalInput },
};

export const mutationRejectProposalArguments: Rules = {
  projectId: { minLength: 1, maxLength: 64 },
  id: { minLength: 1, maxLength: 128 },
  expectedRevision: { min: 1 },
};

export const mutationAcceptInspirationProposalArguments: Rules = {
  inspirationId: { minLength: 1, maxLength: 64 },
  id: { minLength: 1, maxLength: 128 },
  input: { fields: acceptProposalInput },
};

export const mutationRejectInspirationProposalArguments: Rules = {
  inspirationId: { minLength: 1, maxLength: 64 },
  id: { minLength: 1, maxLength: 128 },
  expectedRevision: { min: 1 },
};

export const mutationRevertProposalsArguments: Rules = { input: { fields: revertProposalsInput } };

export const subscriptionOnProjectChangedArguments: Rules = {
  tenantId: { minLength: 1, maxLength: 64 },
  projectId: { minLength: 1, maxLength: 64 },
};

export const subscriptionOnTenantChangedArguments: Rules = { tenantId: { minLength: 1, maxLength: 64 } };
