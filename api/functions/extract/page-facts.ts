/**
 * What a page says about itself, where Readability does not look: the main picture, the licence, dates and authors of
 * other vocabularies. Sources: https://schema.org as JSON-LD, https://ogp.me, https://www.dublincore.org, and HTML's
 * own `rel=license`. All of it is a claim of the page.
 */
import type { Extracted } from './extracted.ts';
import { linkedData, type LinkedNode, linkedText } from './linked-data.ts';
import { licenceOfAddress, licenceOfWords } from './licence.ts';

type Facts = Pick<Extracted, 'title' | 'author' | 'site' | 'date' | 'language' | 'imageUrl' | 'licence'>;

/** @param address of the page, for what is relative to it; without one, only absolute pictures are answered */
export function pageFacts(document: Document, address?: string): Facts {
  const [node = {}] = linkedData(document);
  const meta = metaOf(document);
  const content = (selector: string, attribute: string): string | undefined =>
    document.querySelector(selector)?.getAttribute(attribute)?.trim() || undefined;
  return {
    title:
      linkedText(node.headline ?? node.name) ??
      meta('og:title', 'dc.title', 'dcterms.title', 'citation_title'),
    author:
      linkedText(node.author ?? node.creator) ??
      meta('author', 'article:author', 'dc.creator', 'dcterms.creator', 'citation_author'),
    site: meta('og:site_name', 'application-name') ?? linkedText(node.publisher),
    date:
      linkedText(node.datePublished ?? node.dateCreated) ??
      meta(
        'article:published_time',
        'dcterms.created',
        'dcterms.issued',
        'dcterms.date',
        'dc.date',
        'citation_publication_date',
        'date',
      ) ??
      content('time[pubdate], [itemprop=datePublished]', 'datetime'),
    language:
      document.documentElement?.getAttribute('lang')?.trim() ||
      document.documentElement?.getAttribute('xml:lang')?.trim() ||
      content('meta[http-equiv=content-language i]', 'content') ||
      meta('og:locale')?.replace('_', '-'),
    imageUrl: imageOf(document, node, meta, address),
    licence: licenceOf(document, node, meta),
  };
}

type Meta = (...names: string[]) => string | undefined;

/** Contents of `meta` elements by name or property, the first name that the page has. */
function metaOf(document: Document): Meta {
  const contents = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const name = element.getAttribute('property') ?? element.getAttribute('name') ?? '';
    const content = element.getAttribute('content')?.trim();
    const key = name.toLowerCase().replace(/^(dc|dcterms):/, '$1.');
    if (key && content && !contents.has(key)) contents.set(key, content);
  }
  return (...names) => names.map((name) => contents.get(name)).find(Boolean);
}

/** Wider than icons and counting pixels. */
const PICTURE = 200;

function imageOf(document: Document, node: LinkedNode, meta: Meta, address?: string): string | undefined {
  const base = absolute(document.querySelector('base')?.getAttribute('href') ?? '', address) ?? address;
  const stated = [
    meta('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'),
    linkedText(node.image, 'url'),
    document.querySelector('link[rel=image_src]')?.getAttribute('href') ?? undefined,
  ];
  const shown = [
    ...document.querySelectorAll('article img[src], main img[src], figure img[src], body img[src]'),
  ]
    .filter((image) => Number(image.getAttribute('width')) >= PICTURE)
    .map((image) => image.getAttribute('src') ?? undefined);
  return [...stated, ...shown].map((found) => found && absolute(found, base)).find(Boolean);
}

/** An http address, absolute; undefined for everything else. */
function absolute(found: string, base: string | undefined): string | undefined {
  const url = found ? URL.parse(found, base) : null;
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function licenceOf(document: Document, node: LinkedNode, meta: Meta): string | undefined {
  const linked = document
    .querySelector('link[rel~=license][href], a[rel~=license][href]')
    ?.getAttribute('href');
  const stated =
    linked ??
    linkedText(node.license, 'url') ??
    meta('dcterms.license', 'dc.rights.license', 'dcterms.rights', 'dc.rights', 'rights') ??
    document.querySelector('[itemprop=license]')?.getAttribute('href');
  if (stated) return licenceOfAddress(stated) ?? stated;
  const links = [...document.querySelectorAll('a[href*="creativecommons.org/"]')].flatMap(
    (link) => licenceOfAddress(link.getAttribute('href') ?? '') ?? [],
  );
  // Several ones are somebody's list of licences, or parts under different ones.
  if (new Set(links).size === 1) return links[0];
  return licenceInFooter(document);
}

/** Sentences at the end of a page, where it speaks of itself. */
function licenceInFooter(document: Document): string | undefined {
  const text = (document.body?.textContent ?? '').replace(/\s+/g, ' ').slice(-4000);
  return text
    .split(/(?<=[.!?])\s(?=[A-Z©])/)
    .map(licenceOfWords)
    .find(Boolean);
}
