import { describe, expect, it } from 'vitest';
import type { ProjectDocument } from '#api/ports/public-content/port.ts';
import { inOrder, listed, type ListedWork } from './listed.ts';

const work = (id: string, values: Partial<ProjectDocument>): ListedWork | null =>
  listed({ id, slug: id, title: id, visibility: 'LISTED', ...values } as ProjectDocument);

describe('works listed from their documents', () => {
  it.each<[string, Array<[string, Partial<ProjectDocument>]>, string[]]>([
    [
      'the latest year first, works without one last',
      [
        ['none', {}],
        ['old', { yearStart: 1503 }],
        ['late', { yearStart: 1900, yearEnd: 1911 }],
      ],
      ['late', 'old', 'none'],
    ],
    [
      'by title within a year, accents and case aside',
      [
        ['3', { title: 'Zug' }],
        ['2', { title: 'éclat' }],
        ['1', { title: 'Dawn' }],
      ],
      ['1', '2', '3'],
    ],
    [
      'by the bytes of a title, as DynamoDB does: U+FF21 before U+1F30A',
      [
        ['wave', { title: '\u{1F30A}' }],
        ['wide', { title: '\u{FF21}' }],
      ],
      ['wide', 'wave'],
    ],
    [
      'unlisted works not at all',
      [
        ['seen', {}],
        ['unlisted', { visibility: 'UNLISTED' }],
      ],
      ['seen'],
    ],
  ])('stand %s', (_, works, expected) => {
    const found = works.flatMap(([id, values]) => work(id, values) ?? []);

    expect(inOrder(found).map(({ id }) => id)).toEqual(expected);
  });
});
