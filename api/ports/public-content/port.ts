/**
 * Read access to what is public, for those who render it. Everything comes from the `PUBLIC#` and `HANDLE#`
 * partitions; drafts are not there.
 */
import type {
  Portfolio,
  PortfolioCard,
  PublicPage,
  PublicPageCard,
  PublicProject,
  PublicProjectCard,
} from '../../types.gen.ts';

/** A published profile. Lists hang on the tenant, not on the document. */
export type ProfileDocument = Omit<Portfolio, 'handle' | 'projects' | 'pages' | '__typename'>;

/** A published work. Whose it is comes from the profile, so that a rename costs one item. */
export type ProjectDocument = Omit<PublicProject, 'handle' | 'artist' | '__typename'>;

/** A published page. */
export type PageDocument = Omit<PublicPage, 'handle' | 'artist' | '__typename'>;

/** A work as lists show it. */
export type WorkCard = Omit<PublicProjectCard, 'handle' | 'artist' | '__typename'>;

/** A page as lists show it. */
export type PageCard = Omit<PublicPageCard, '__typename'>;

/** A public tenant: where its portfolio lives, and the profile that stands there. */
export interface PublicTenant {
  tenantId: string;
  handle: string;
  /** Handles that it had before; their addresses redirect. */
  oldHandles: string[];
  profile: ProfileDocument;
}

/** A public document as the JSON text it is kept as, for those who read many and hand them on. */
export interface DocumentText {
  /** A `ProjectDocument` or a `PageDocument`. */
  kind: 'project' | 'page';
  text: string;
}

/** Image addresses in documents are paths (`/media/p/...`), to be read at the media origin. */
export interface PublicContent {
  /** The tenant, or null when its profile is not public. */
  tenant(tenantId: string): Promise<PublicTenant | null>;
  /** One work by its present slug, or null. */
  project(tenantId: string, slug: string): Promise<ProjectDocument | null>;
  /** The present slug of a public project, or null when it is not public. */
  slugOf(tenantId: string, projectId: string): Promise<string | null>;
  /** One page by its present path, or null. */
  page(tenantId: string, path: string): Promise<PageDocument | null>;
  /** The present path of a public page, or null when it is not public. */
  pathOf(tenantId: string, pageId: string): Promise<string | null>;
  /** Listed works in the portfolio's order: latest date of making first, then by title. */
  works(tenantId: string): Promise<WorkCard[]>;
  /** Listed pages by `sortOrder`, then by path. */
  pages(tenantId: string): Promise<PageCard[]>;
  /** Old names below the portfolio. */
  redirects(tenantId: string): Promise<Array<{ from: string; to: string }>>;
  /** All works and pages of the portfolio in one pass, unlisted ones included, in no particular order. */
  documents(tenantId: string): AsyncIterable<DocumentText>;
  /** Listed works of listed portfolios, latest published first. */
  recent(limit: number): Promise<Array<WorkCard & { tenantId: string; handle: string; artist: string }>>;
  /** Listed portfolios by name, one page at a time. */
  portfolios(): AsyncIterable<PortfolioCard & { tenantId: string }>;
  /** Ids of all public tenants, unlisted ones included: for jobs over the whole site, never for a reader. */
  tenants(): AsyncIterable<string>;
  /** The same, a page at a time, for jobs that are done in pieces. @param after `next` of the page before, null at first */
  tenantPage(after: string | null): Promise<{ tenants: string[]; next: string | null }>;
}
