/** Pages about problems: one for each, at the address that its `type` names. */
import { errors, errorSlug, type ErrorName, type ErrorRow } from '#api/errors.ts';
import { block, blocks, code, codeLink, table } from './markdown.ts';
import type { DocsPage } from './page.ts';

const FIRST = 400;

/** The end of a problem's address, or null for a name that is none of ours. */
export const problemSlug = (name: string): string | null =>
  Object.hasOwn(errors, name) ? errorSlug(name as ErrorName) : null;

/** A page for each row of `api/errors.ts`, in its order. */
export function problemPages(): DocsPage[] {
  return (Object.entries(errors) as Array<[ErrorName, ErrorRow]>).map(([name, row], index) => ({
    path: `problems/${errorSlug(name)}`,
    title: name,
    summary: `${row.title}.`,
    sortOrder: FIRST + index,
    body: blocks([
      row.hint,
      '## In REST',
      `HTTP status ${code(String(row.status))} with a problem document (RFC 9457). Its ${code('type')} is the address of this page.`,
      block(
        'json',
        JSON.stringify(
          {
            type: `http://localhost:4321/docs/problems/${errorSlug(name)}`,
            title: row.title,
            status: row.status,
          },
          null,
          2,
        ),
      ),
      '## In GraphQL',
      `An entry of ${code('errors')} whose ${code('errorType')} is ${code(name)}; ${code('errorInfo')} says what was received and what to do.`,
      'More in [Errors](/docs/errors/).',
    ]),
  }));
}

/** Every problem with its status and its page, for the page `errors` that people write. */
export const problemTable = (): string =>
  table(
    ['Problem', 'Status', 'What happened', 'What to do'],
    (Object.entries(errors) as Array<[ErrorName, ErrorRow]>).map(([name, { status, title, hint }]) => [
      codeLink(name, `/docs/problems/${errorSlug(name)}/`),
      String(status),
      `${title}.`,
      hint,
    ]),
  );
