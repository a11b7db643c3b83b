import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';

/** An element of a page that says which field it holds. */
export interface FieldElement {
  /** `data-field`. */
  field: string;
  /** `data-key`, on facts. */
  key: string | undefined;
  /** Everything that the element says, as a browser's `textContent` has it. */
  text: string;
  /** The machine's value of a `<data>` element. */
  value: string | undefined;
}

/** What is used of https://github.com/syntax-tree/hast. */
interface HtmlNode {
  type: string;
  value?: string;
  properties?: Readonly<Record<string, unknown>>;
  children?: readonly HtmlNode[];
}

const text = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : String(value);

const textOf = (node: HtmlNode): string =>
  node.type === 'text' ? (node.value ?? '') : (node.children ?? []).map(textOf).join('');

/** The elements of a page that are marked with `data-field`, in the order of the page, read as browsers read it. */
export function htmlFields(html: string): FieldElement[] {
  const tree = unified()
    .use(rehypeRaw)
    .runSync({ type: 'root', children: [{ type: 'raw', value: html }] } as never) as unknown as HtmlNode;
  const found: FieldElement[] = [];
  const visit = (node: HtmlNode): void => {
    const field = text(node.properties?.dataField);
    if (field !== undefined) {
      const { dataKey, value } = node.properties ?? {};
      found.push({ field, key: text(dataKey), text: textOf(node), value: text(value) });
    }
    node.children?.forEach(visit);
  };
  visit(tree);
  return found;
}
