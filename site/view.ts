/** What each kind of page is given. Addresses of images are paths below `site.media`. */
import type {
  Cover,
  HighlightPart,
  Portfolio,
  PortfolioCard,
  PublicPage,
  PublicPageCard,
  PublicProject,
  PublicProjectCard,
  SearchHit,
} from '#api/types.gen.ts';

type Own<T, K extends keyof T = never> = Omit<T, K | '__typename'>;

export type Work = Own<PublicProject, 'handle' | 'artist'>;
export type WorkCard = Own<PublicProjectCard, 'handle' | 'artist'>;
export type RecentWork = Own<PublicProjectCard>;
export type Page = Own<PublicPage, 'handle' | 'artist'>;
export type PageCard = Own<PublicPageCard>;
export type Profile = Own<Portfolio, 'handle' | 'projects' | 'pages'>;

/** Where the site stands. */
export interface Site {
  /** Origin of the pages, without a slash at its end. */
  origin: string;
  /** What to put before an image's path: nothing when images are on the same origin. */
  media: string;
}

/** Whose page it is: all that the pages below a portfolio know of it, so that little touches all of them. */
export interface Masthead {
  handle: string;
  name: string;
}

export interface HomeView {
  recent: RecentWork[];
  portfolios: PortfolioCard[];
  /** How many portfolios there are in all. */
  total: number;
}

/** One page of the list of portfolios. */
export interface DirectoryView {
  portfolios: PortfolioCard[];
  number: number;
  count: number;
}

/** One page of a portfolio's works; the first one is its front page. */
export interface PortfolioView {
  handle: string;
  profile: Profile;
  works: WorkCard[];
  pages: PageCard[];
  /** Works on all pages together. */
  total: number;
  /** This page, from 1. */
  number: number;
  /** Pages in all, at least 1. */
  count: number;
}

export interface WorkView {
  masthead: Masthead;
  work: Work;
}

export interface PageView {
  masthead: Masthead;
  page: Page;
}

/** A page of the documentation. */
export interface DocsView {
  page: Page;
  pages: PageCard[];
}

/** A part of a text; `match` tells what was looked for. */
type Part = Own<HighlightPart>;

/** Something that was found. */
export interface FoundView extends Pick<SearchHit, 'kind' | 'id' | 'path'> {
  language: string | null;
  dateText: string | null;
  cover: Cover | null;
  titleParts: Part[];
  artistParts: Part[];
  mediumParts: Part[] | null;
  /** The text around what was found in it. */
  passage?: Part[];
}

/** A facet, its values as links that add or remove them. */
export interface FacetView {
  name: string;
  label: string;
  values: Array<{ text: string; count: number | null; on: boolean; href: string }>;
}

export interface SearchView {
  words: string;
  /** The same words without filters. */
  anew: string;
  /** Whether more than words narrows it. */
  narrowed: boolean;
  /** What the form keeps beside the words. */
  kept: Array<{ name: string; value: string }>;
  found: FoundView[];
  facets: FacetView[];
  total: number;
  /** Whether there are more than `total`. */
  atLeast: boolean;
  meant?: { words: string; href: string };
  /** Why it was looked for otherwise than asked. */
  notice?: string;
  /** Why there is no answer. */
  problem?: string;
  next?: string;
  /** The first page, on any other. */
  first?: string;
  /** Neighbours of a work were asked for. */
  similar?: boolean;
}

/** `Astro.locals`: the site, and what the page in question shows. */
export interface View {
  site: Site;
  home?: HomeView;
  directory?: DirectoryView;
  portfolio?: PortfolioView;
  work?: WorkView;
  page?: PageView;
  docs?: DocsView;
  search?: SearchView;
}

/** Works on one page of a portfolio. */
export const WORKS_A_PAGE = 120;
