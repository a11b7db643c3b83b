/** JSON-LD of a page: https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents */

export type LinkedNode = Record<string, unknown>;

/** What a page is about, by the ends of schema.org's names. */
const WORKS =
  /(Article|Posting|Page|CreativeWork|Artwork|Painting|Drawing|Sculpture|Photograph|ImageObject|Book|Report|Exhibition\w*)$/;

/** The nodes that describe a page or the work on it, works before pages. */
export function linkedData(document: Document): LinkedNode[] {
  const nodes = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
    nodesOf(parsed(script.textContent ?? '')),
  );
  const described = nodes.filter((node) => typesOf(node).some((type) => WORKS.test(type)));
  return described.sort((a, b) => Number(isPage(a)) - Number(isPage(b)));
}

const typesOf = (node: LinkedNode): string[] =>
  [node['@type']].flat().filter((type) => typeof type === 'string');
const isPage = (node: LinkedNode): boolean => typesOf(node).every((type) => type.endsWith('Page'));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isNode = (value: unknown): value is LinkedNode => typeof value === 'object' && value !== null;

/** A node, an array of nodes, or a graph of them. */
function nodesOf(value: unknown): LinkedNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (!isNode(value)) return [];
  return [value, ...nodesOf(value['@graph'])];
}

/** Text of a value: itself, of the first of several, or what a node has under `key`, as a name or as a value. */
export function linkedText(value: unknown, key = 'name'): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (Array.isArray(value)) {
    const texts = value.map((one) => linkedText(one, key)).filter(Boolean);
    return key === 'name' ? texts.join(', ') || undefined : texts[0];
  }
  if (!isNode(value)) return undefined;
  return linkedText(value[key] ?? value['@value'] ?? value['@id'], key);
}
