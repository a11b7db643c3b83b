/** What the search page shows of an answer: facets as links, titles with their marks, words for what happened. */
import type { Facet, Highlight, SearchHit, SearchResult } from '#api/types.gen.ts';
import { languageText, yearText } from '../looks/text.ts';
import type { FacetView, FoundView, SearchView } from '../view.ts';
import { addressOf, fromStart, toggled, type Asked, type ListName } from './asked.ts';

/** What the API answered: a result, or why there is none. */
export type Answer = { result: SearchResult } | { problem: { type: string; message: string } };

const LABELS: Record<string, string> = {
  kind: 'Kind',
  century: 'Century',
  medium: 'Medium',
  classification: 'Classification',
  tag: 'Tag',
  colour: 'Colour',
  language: 'Language',
  licence: 'Licence',
};
const KINDS: Record<string, string> = { PORTFOLIO: 'Portfolios', WORK: 'Works', PAGE: 'Pages' };

/** Values of a facet that are shown: more would be longer than what was found. */
const VALUES = 10;

export function searchView(asked: Asked, answer: Answer): SearchView {
  const shared = {
    words: asked.words,
    kept: keptOf(asked),
    anew: addressOf({ words: asked.words, lists: {} }),
    narrowed: addressOf(asked) !== addressOf({ words: asked.words, lists: {} }),
  };
  if ('problem' in answer) {
    return { ...shared, found: [], facets: [], total: 0, atLeast: false, problem: problemOf(answer.problem) };
  }
  const { items, facets, total, totalIsAtLeast, didYouMean, notice, next } = answer.result;
  return {
    ...shared,
    found: items.map(foundView),
    facets: facetViews(asked, facets),
    total,
    atLeast: totalIsAtLeast,
    ...(didYouMean && {
      meant: { words: didYouMean, href: addressOf({ ...fromStart(asked), words: didYouMean }) },
    }),
    ...(notice && { notice }),
    ...(next && { next: addressOf({ ...asked, cursor: next }) }),
    ...(asked.cursor !== undefined && { first: addressOf(fromStart(asked)) }),
    ...(asked.similarTo !== undefined && { similar: true }),
  };
}

/** Everything but the words, for the form to keep. */
function keptOf(asked: Asked): Array<{ name: string; value: string }> {
  const { similarTo: _, ...kept } = fromStart(asked);
  const query = new URL(addressOf({ ...kept, words: '' }), 'https://site.invalid').searchParams;
  return [...query].map(([name, value]) => ({ name, value }));
}

function problemOf({ type, message }: { type: string; message: string }): string {
  if (type === 'BadInput' || type === 'NotFound') return message;
  return 'The search cannot answer now. Please try again in a moment.';
}

/** Fields that read as text; places, dates and numbers by themselves say little. */
const PASSAGES = ['altTitles', 'summary', 'body', 'tags'];

function foundView(hit: SearchHit): FoundView {
  const marked = (field: string, text: string | null): FoundView['titleParts'] =>
    hit.highlights.find((one) => one.field === field && textOf(one.parts) === text)?.parts ?? [
      { text: text ?? '', match: false },
    ];
  const passage = hit.highlights.find(({ field }) => PASSAGES.includes(field));
  return {
    ...hit,
    cover: hit.cover ? { ...hit.cover, variants: hit.cover.variants.map(below) } : null,
    titleParts: marked('title', hit.title),
    artistParts: marked('people', hit.artist),
    mediumParts: hit.medium === null ? null : marked('medium', hit.medium),
    ...(passage && { passage: passage.parts }),
  };
}

const textOf = (parts: Highlight['parts']): string => parts.map(({ text }) => text).join('');

/** Pictures by their paths, as all pages have them. */
const below = <T extends { url: string }>(variant: T): T => ({
  ...variant,
  url: URL.canParse(variant.url) ? new URL(variant.url).pathname : variant.url,
});

function facetViews(asked: Asked, facets: readonly Facet[]): FacetView[] {
  return Object.entries(LABELS).flatMap(([name, label]): FacetView[] => {
    const counted = facets.find((facet) => facet.name === name)?.values ?? [];
    const values = name === 'century' ? centuries(asked, counted) : listed(asked, name as ListName, counted);
    return values.length > 0 ? [{ name, label, values }] : [];
  });
}

/** Values as links; those that are chosen come first and stay, whatever was found. */
function listed(asked: Asked, name: ListName, counted: Facet['values']): FacetView['values'] {
  const chosen = asked.lists[name] ?? [];
  const isChosen = (value: string): boolean =>
    chosen.some((one) => one.toLowerCase() === value.toLowerCase());
  const gone = chosen.filter(
    (value) => !counted.some((one) => one.value.toLowerCase() === value.toLowerCase()),
  );
  const all = [
    ...counted.filter(({ value }) => isChosen(value)),
    ...gone.map((value) => ({ value, count: null })),
    ...counted.filter(({ value }) => !isChosen(value)),
  ];
  return all.slice(0, Math.max(VALUES, chosen.length)).map(({ value, count }) => {
    const own = chosen.find((one) => one.toLowerCase() === value.toLowerCase()) ?? value;
    return {
      text: name === 'kind' ? (KINDS[value] ?? value) : name === 'language' ? languageText(value) : value,
      count,
      on: isChosen(value),
      href: addressOf(toggled(asked, name, own)),
    };
  });
}

/** Centuries in their order, as ranges of years. */
function centuries(asked: Asked, counted: Facet['values']): FacetView['values'] {
  const { from, to } = asked;
  const { from: _from, to: _to, ...unbound } = fromStart(asked);
  const ranges = counted
    .map(({ value, count }) => ({ century: Number(value), count }))
    .filter(({ century }) => Number.isInteger(century) && century !== 0)
    .sort((a, b) => a.century - b.century)
    .map(({ century, count }) => {
      const [first, last] = yearsOf(century);
      const on = first === from && last === to;
      return {
        text: centuryText(century),
        count,
        on,
        href: addressOf(on ? unbound : { ...unbound, from: first, to: last }),
      };
    });
  if ((from === undefined && to === undefined) || ranges.some(({ on }) => on)) return ranges;
  const text = [from, to].map((one) => (one === undefined ? '' : yearText(one))).join('–');
  return [{ text, count: null, on: true, href: addressOf(unbound) }, ...ranges];
}

/** First and last year of a century: the 19th is 1801 to 1900, the fifth BC (-5) is -500 to -401. */
const yearsOf = (century: number): [number, number] =>
  century > 0 ? [century * 100 - 99, century * 100] : [century * 100, century * 100 + 99];

const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

function centuryText(century: number): string {
  const number = Math.abs(century);
  const ordinal = `${number}${ENDINGS[ORDINALS.select(number)] ?? 'th'}`;
  return century > 0 ? `${ordinal} century` : `${ordinal} century BC`;
}
