/** Gives headings the ids that links and tables of contents name: the text in lower case, words joined by hyphens. */

interface Node {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

const HEADING = /^h[1-6]$/;

const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('');

const slugOf = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(/\s+/g, '-');

/** A rehype plugin. Runs after sanitising, so that nobody's own ids come through. */
export function headingIds() {
  return (tree: Node): void => {
    const taken = new Map<string, number>();
    const visit = (node: Node): void => {
      if (node.type === 'element' && HEADING.test(node.tagName ?? '')) {
        const slug = slugOf(textOf(node)) || 'section';
        const times = taken.get(slug) ?? 0;
        taken.set(slug, times + 1);
        node.properties = { ...node.properties, id: times === 0 ? slug : `${slug}-${times}` };
      }
      node.children?.forEach(visit);
    };
    visit(tree);
  };
}
