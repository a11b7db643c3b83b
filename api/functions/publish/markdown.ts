/**
 * CommonMark with GitHub's extensions to HTML that is safe to put on a page: what people write, HTML included, goes
 * through an allow-list. Rendered once, when something is published.
 */
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { headingIds } from './heading-ids.ts';

/** GitHub's allow-list without images: a picture from elsewhere would tell its host who reads the page. */
const schema: typeof defaultSchema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter(
    (name) => !['img', 'picture', 'source', 'input'].includes(name),
  ),
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'] },
};

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize, schema)
  .use(headingIds)
  .use(rehypeStringify);

/** Sanitised HTML of a Markdown text. */
export const markdownToHtml = (markdown: string): string => String(processor.processSync(markdown));
