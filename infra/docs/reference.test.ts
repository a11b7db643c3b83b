import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errors, errorSlug, type ErrorName } from '#api/errors.ts';
import { markdownToHtml } from '#api/functions/publish/markdown.ts';
import { DOCUMENT_PATH, routes } from '#openapi/routes.ts';
import { examplesIn } from './examples.ts';
import { graphqlPages, limitText } from './graphql-reference.ts';
import { anchor, table } from './markdown.ts';
import { docsPages, WRITTEN_ORIGIN } from './pages.ts';

const pages = docsPages();
const bodyOf = (path: string): string => pages.find((page) => page.path === path)?.body ?? '';

describe('the pages of the documentation', () => {
  it('are the same each time, have paths of their own, and fit the limits of a page', () => {
    expect(docsPages()).toEqual(pages);
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
    for (const { path, body, title, summary } of pages) {
      expect(path).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/);
      expect(body.length).toBeLessThanOrEqual(100_000);
      expect(body.length).toBeGreaterThan(0);
      expect(title).not.toBe('');
      expect(summary).not.toBe('');
    }
  });

  it('name the origin of the platform that shows them', () => {
    const moved = docsPages('https://artissist.example');

    expect(moved.filter(({ body }) => body.includes(WRITTEN_ORIGIN))).toEqual([]);
    expect(moved.find(({ path }) => path === 'first-call')?.body).toContain(
      'https://artissist.example/v1/me',
    );
  });

  it('hold every route with a command', () => {
    const texts = pages.filter(({ path }) => path.startsWith('rest/')).map(({ body }) => body);
    const blocks = texts.flatMap((text) => examplesIn(text));

    const shown = blocks.filter(({ language }) => language === 'http').map(({ text }) => text);

    const expected = [
      `GET ${DOCUMENT_PATH}`,
      ...routes.map(({ method, path }) => `${method} ${path.replace('+}', '}')}`),
    ];
    expect(shown.sort()).toEqual(expected.sort());
    expect(blocks.filter(({ language }) => language === 'bash').length).toBeGreaterThanOrEqual(
      expected.length,
    );
  });

  it('hold every problem, at the address that its type names', () => {
    for (const name of Object.keys(errors) as ErrorName[]) {
      expect(bodyOf(`problems/${errorSlug(name)}`)).toContain(errors[name].hint);
      expect(bodyOf('errors')).toContain(`/docs/problems/${errorSlug(name)}/`);
    }
  });

  it('hold every field of the schema that a client can call', () => {
    const sdl = readFileSync(new URL('../../api/schema.graphql', import.meta.url), 'utf8');
    for (const [page, root] of [
      ['queries', 'Query'],
      ['mutations', 'Mutation'],
      ['subscriptions', 'Subscription'],
    ] as const) {
      const inside = new RegExp(`^type ${root} \\{\\n([\\s\\S]*?)^\\}`, 'm').exec(sdl)?.[1] ?? '';
      const names = [...inside.matchAll(/^ {2}(\w+)[(:]/gm)].map(([, name = '']) => name);
      const headings = [...bodyOf(`graphql/${page}`).matchAll(/^## (\w+)$/gm)].map(([, name = '']) => name);
      expect(names.length).toBeGreaterThan(0);
      expect(headings).toEqual(names);
    }
  });
});

describe('a page about inputs', () => {
  it('says what is required, what the limits are and what is taken otherwise', () => {
    const [, , , , inputs] = graphqlPages(`
      enum Mood { GOOD }
      type Query { ok: Boolean }
      "A thought."
      input Thought {
        "Its | words."
        words: String! @constraint(minLength: 1, maxLength: 9, pattern: "^a|b$")
        mood: Mood = GOOD
      }
    `);

    expect(inputs?.body).toBe(`## Thought

A thought.

| Field | Type | Limits | What it is |
| --- | --- | --- | --- |
| \`words\` | [\`String!\`](/docs/graphql/types/#scalars) | 1 to 9 characters; \`^a\\|b$\` | Its \\| words. |
| \`mood\` | [\`Mood\`](/docs/graphql/enums/#mood) |  | \`GOOD\` when left out. |
`);
  });

  it.for([
    [{ maxLength: '5' }, 'at most 5 characters'],
    [{ minLength: '26', maxLength: '26' }, '26 characters'],
    [{ min: '1' }, 'at least 1'],
    [{ maxItems: '3', minLength: '1', maxLength: '2' }, 'at most 3 entries; 1 to 2 characters'],
    [{}, ''],
  ] as const)('puts limits %j into words', ([limit, words]) => {
    expect(limitText(limit)).toBe(words);
  });
});

describe('generated Markdown', () => {
  it.for([
    'CreateProjectInput',
    'Change a project',
    'Who is asking',
    "Pages of a tenant's own",
    'A (b), c: d',
  ])('links to the id that publishing gives to the heading %s', (heading) => {
    expect(markdownToHtml(`## ${heading}`)).toContain(`id="${anchor(heading)}"`);
  });

  it('leaves out a table without rows', () => {
    expect(table(['a'], [])).toBe('');
  });
});
