/**
 * The keys of the one table, for resolvers and functions alike. Written in the APPSYNC_JS subset.
 * Ids are ULIDs; `tenantId` of a personal tenant is its person's `uid`.
 */

/** Primary key of an item. */
export interface Key {
  PK: string;
  SK: string;
}

/** The platform's own tenant: owns the docs and the references of imported tenants. */
export const PLATFORM_TENANT = '00000000000000000000000001';

/** Number of partitions that a public, platform-wide list is spread over. */
export const PUBLIC_SHARDS = 8;

export const tenantKey = (tenantId: string, SK: string): Key => ({ PK: `TENANT#${tenantId}`, SK });
export const publicKey = (tenantId: string, SK: string): Key => ({ PK: `PUBLIC#${tenantId}`, SK });
export const handleKey = (handle: string): Key => ({ PK: `HANDLE#${handle}`, SK: 'HANDLE' });
export const secretKey = (sha256: string): Key => ({ PK: `TOKEN#${sha256}`, SK: 'TOKEN' });

export const PROFILE = 'PROFILE';
export const memberSk = (uid: string): string => `MEMBER#${uid}`;
export const tokenSk = (tokenId: string): string => `TOKEN#${tokenId}`;
export const inspirationSk = (inspirationId: string): string => `INSPIRATION#${inspirationId}`;
export const pageSk = (pageId: string): string => `PAGE#${pageId}`;
export const projectSk = (projectId: string): string => `PROJECT#${projectId}`;
export const logSk = (projectId: string, logId: string): string => `PROJECT#${projectId}#LOG#${logId}`;
export const assetSk = (projectId: string, assetId: string): string =>
  `PROJECT#${projectId}#ASSET#${assetId}`;
export const derivedSk = (projectId: string, assetId: string): string =>
  `PROJECT#${projectId}#ASSET#${assetId}#DERIVED`;

/** A tenant's choice for enrichment; its runs, what was used in a month (`yyyy-mm`), and what is proposed. */
export const ENRICHMENT = 'ENRICHMENT';
export const enrichmentSk = (enrichmentId: string): string => `ENRICHMENT#${enrichmentId}`;
export const usageSk = (month: string): string => `USAGE#${month}`;
export const projectProposalSk = (projectId: string, proposalId: string): string =>
  `PROJECT#${projectId}#PROPOSAL#${proposalId}`;
export const inspirationProposalSk = (inspirationId: string, proposalId: string): string =>
  `INSPIRATION#${inspirationId}#PROPOSAL#${proposalId}`;
/** What an entity was last enriched for, so that the same content starts nothing. */
export const enrichedSk = (entityId: string): string => `ENRICHED#${entityId}`;

/** What was counted of a tenant's visits on a day, `yyyy-mm-dd` in UTC. */
export const statsSk = (day: string): string => `STATS#${day}`;

/** Who holds a name within a tenant. */
export const slugSk = (slug: string): string => `SLUG#${slug}`;
export const pathSk = (path: string): string => `PATH#${path}`;
export const externalSk = (entity: string, ref: string): string => `EXTERNAL#${entity}#${ref}`;

/** Public documents. The head holds the first piece; `generation` and `part` number the further pieces. */
export const publicProjectSk = (slug: string): string => `PROJECT#${slug}`;
export const publicPartSk = (slug: string, generation: string, part: string): string =>
  `PROJECT#${slug}#${generation}#${part}`;
export const publicPageSk = (path: string): string => `PAGE#${path}`;
/** Where a project or page is public now: holds its present slug or path. */
export const publicIdSk = (entityId: string): string => `ID#${entityId}`;
export const redirectSk = (slug: string): string => `REDIRECT#${slug}`;

/** Hash key of the `collection*` indexes: a tenant's things of one kind, or a project's children of one kind. */
export const tenantCollection = (tenantId: string, entity: string): string => `TENANT#${tenantId}#${entity}`;
export const projectCollection = (tenantId: string, projectId: string, entity: string): string =>
  `TENANT#${tenantId}#PROJECT#${projectId}#${entity}`;
export const publicCollection = (tenantId: string, entity: string): string => `PUBLIC#${tenantId}#${entity}`;

/** Hash keys of the public, platform-wide lists. Unlisted portfolios are only for jobs over the whole site. */
export const portfolioShard = (shard: number): string => `PUBLIC#PORTFOLIOS#${shard}`;
export const unlistedShard = (shard: number): string => `PUBLIC#UNLISTED#${shard}`;
export const recentShard = (shard: number): string => `PUBLIC#RECENT#${shard}`;

/** Hash key of the index of a person's memberships. */
export const personKey = (uid: string): string => `PERSON#${uid}`;
