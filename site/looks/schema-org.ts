/** What a page shows, in the words of https://schema.org, for search engines. */
import type { Masthead, Profile, Work } from '../view.ts';
import { safeHref } from './text.ts';

const given = (values: Record<string, unknown>): object =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
const web = (links: Profile['links']): string[] => (links ?? []).flatMap(({ url }) => safeHref(url) ?? []);

/** `Person` or `Organization`. */
export function artistData(profile: Profile, url: string): object {
  const organisation = profile.kind === 'ORGANISATION';
  return given({
    '@context': 'https://schema.org',
    '@type': organisation ? 'Organization' : 'Person',
    name: profile.name,
    alternateName: profile.altNames,
    description: profile.summary,
    url,
    sameAs: web(profile.links),
    [organisation ? 'foundingLocation' : 'birthPlace']: profile.birthPlace,
    [organisation ? 'location' : 'deathPlace']: organisation ? null : profile.deathPlace,
  });
}

/** `VisualArtwork`. */
export function workData(
  work: Work,
  masthead: Masthead,
  addresses: { url: string; artist: string; image: string | null },
): object {
  return given({
    '@context': 'https://schema.org',
    '@type': 'VisualArtwork',
    name: work.title,
    alternateName: work.foreignTitle,
    url: addresses.url,
    image: addresses.image,
    creator: { '@type': 'Thing', name: masthead.name, url: addresses.artist },
    contributor: work.credits?.map(({ name }) => ({ '@type': 'Thing', name })),
    dateCreated: work.dateText,
    datePublished: work.publishedAt,
    artMedium: work.medium,
    artform: work.classification,
    size: work.dimensions,
    description: work.description,
    keywords: work.tags,
    creditText: work.creditLine,
    inLanguage: work.language,
    sameAs: web(work.links),
  });
}
