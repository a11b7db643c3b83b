/** What the table of contents is made of. */

export interface Heading {
  depth: number;
  slug: string;
  text: string;
}

const HEADING = /<h([2-6]) id="([^"]+)">([\s\S]*?)<\/h\1>/g;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  '#x26': '&',
  '#x3C': '<',
};

/** Headings of a page's HTML that have an id, as publishing writes them. */
export const headingsOf = (html: string): Heading[] =>
  [...html.matchAll(HEADING)].map(([, depth, slug = '', inner = '']) => ({
    depth: Number(depth),
    slug,
    text: inner
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole),
  }));
