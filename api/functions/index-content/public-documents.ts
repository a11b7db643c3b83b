/**
 * What everyone may find: portfolios, works and pages, made of public documents only. What is unlisted, or stands in
 * an unlisted portfolio, is reached by its address and not found.
 */
import type { PageDocument, ProjectDocument, PublicTenant } from '../../ports/public-content/port.ts';
import type { SearchDocument } from '../../ports/search-index/port.ts';
import { plainText } from './plain-text.ts';
import { coloursOf, creditNames, factTexts, joined, known, told } from './texts.ts';

const plain = (markdown: string | null | undefined): string => plainText(markdown ?? '');

/** Whether the portfolio takes part in lists and search. */
export const isFound = (tenant: PublicTenant): boolean => tenant.profile.visibility === 'LISTED';

/** A portfolio, or null when it is unlisted. */
export function portfolioDocument(tenant: PublicTenant, version: number): SearchDocument | null {
  if (!isFound(tenant)) return null;
  const { tenantId, profile } = tenant;
  const { name, birthYear, deathYear } = profile;
  return known({
    docKey: `portfolio#${tenantId}`,
    tenantId,
    kind: 'portfolio',
    entityId: tenantId,
    version,
    title: name,
    altTitles: told(profile.altNames ?? []),
    summary: profile.summary,
    body: joined([plain(profile.statement), ...factTexts(profile.facts)]),
    context: told([profile.dateText, profile.birthPlace, profile.deathPlace, profile.nationality]),
    yearFrom: birthYear ?? deathYear,
    yearTo: deathYear ?? birthYear,
    licence: profile.licence,
    at: profile.publishedAt,
  });
}

/** A work with its log, pictures and credited inspirations as far as they are public; null when it is unlisted. */
export function workDocument(
  tenant: PublicTenant,
  work: ProjectDocument,
  version: number,
): SearchDocument | null {
  if (!isFound(tenant) || work.visibility !== 'LISTED') return null;
  const { tenantId, profile } = tenant;
  return known({
    docKey: `work#${work.id}`,
    tenantId,
    kind: 'work',
    entityId: work.id,
    version,
    path: work.slug,
    title: work.title,
    altTitles: told([work.foreignTitle, work.series]),
    people: told([profile.name, ...creditNames(work.credits), ...(profile.altNames ?? [])]),
    tags: told(work.tags ?? []),
    medium: work.medium,
    summary: joined([plain(work.description)]),
    body: joined([
      plain(work.body),
      ...work.images.flatMap(({ altText, caption, credit }) => [altText, caption, credit]),
      ...work.logs.flatMap(({ title, body }) => [title, plain(body)]),
      ...work.inspirations.flatMap(({ title, creator, note, facts }) => [
        title,
        creator,
        plain(note),
        ...factTexts(facts),
      ]),
      work.inscription,
      plain(work.provenance),
      work.creditLine,
      work.classification,
      work.dimensions,
      ...factTexts(work.facts),
    ]),
    context: told([...(work.places ?? []), work.period, work.culture, work.dateText]),
    classification: work.classification,
    yearFrom: work.yearStart ?? work.yearEnd,
    yearTo: work.yearEnd ?? work.yearStart,
    colours: coloursOf(work.images.map(({ palette }) => palette)),
    licence: work.licence,
    language: work.language,
    at: work.publishedAt,
  });
}

/** A page, or null when it is unlisted. */
export function pageDocument(
  tenant: PublicTenant,
  page: PageDocument,
  version: number,
): SearchDocument | null {
  if (!isFound(tenant) || page.visibility !== 'LISTED') return null;
  return known({
    docKey: `page#${page.id}`,
    tenantId: tenant.tenantId,
    kind: 'page',
    entityId: page.id,
    version,
    path: page.path,
    title: page.title,
    people: [tenant.profile.name],
    summary: page.summary,
    body: joined([plain(page.body)]),
    language: page.language,
    at: page.publishedAt,
  });
}
