import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mapArtist } from './artist.ts';
import { mapLog } from './log.ts';
import { MappingError, parseMapping } from './mapping.ts';
import { mapWork } from './work.ts';

const museum = parseMapping(
  JSON.parse(readFileSync(new URL('mappings/museum.json', import.meta.url), 'utf8')),
);
const nobody = () => undefined;

function problems(value: unknown): readonly string[] {
  try {
    parseMapping(value);
    return [];
  } catch (error) {
    if (error instanceof MappingError) return error.problems;
    throw error;
  }
}

describe('a mapping file', () => {
  it('may leave out what it does not use', () => {
    const mapping = parseMapping({ artists: { fields: { n: 'name' } }, works: { artists: { ids: 'a' } } });

    expect(mapping).toEqual({
      artists: { id: 'id', fields: { n: 'name' }, labels: {}, split: {} },
      works: { id: 'id', fields: {}, labels: {}, split: {}, artists: { ids: 'a' } },
    });
  });

  it.each([
    [[], ['A mapping is a JSON object. Received: [].']],
    [
      { artists: { fields: { x: 'nam' } }, works: { artists: { ids: 'a' } } },
      [expect.stringMatching(/^artists\.fields\.x must be one of name, sortName, .*\. Received: nam\.$/)],
    ],
    [
      { artists: {}, works: { artists: {} } },
      ['works.artists must be an object with the column ids. Received: {}.'],
    ],
    [
      { artists: { labels: { x: 1 }, extra: 1 }, works: { artists: { ids: 'a' } }, more: 1 },
      [
        'more is not known: use one of artists, works, logs.',
        'artists.extra is not known: use one of id, fields, labels, split, handle, kind.',
        'artists.labels.x must be a text. Received: 1.',
      ],
    ],
    [
      { artists: { kind: { column: 't', values: { a: 'GROUP' } } }, works: { artists: { ids: 'a' } } },
      ['artists.kind.values.a must be PERSON or ORGANISATION. Received: GROUP.'],
    ],
    [
      { artists: {}, works: { artists: { ids: 'a' }, images: { column: 'i', file: 'f' } } },
      [expect.stringContaining('works.images must be an object with column and a list file of names')],
    ],
    [
      { artists: { handle: 5 }, works: { id: '', artists: { ids: 'a' } } },
      [
        'works.id must be the name of a column. Received: .',
        'artists.handle must be the name of a column. Received: 5.',
      ],
    ],
  ])('says everything that is wrong with it (%#)', (value, expected) => {
    expect(problems(value)).toEqual(expected);
  });
});

describe('facts', () => {
  it.each([
    ['text as it is', { x: ' a\r\nb ' }, [{ key: 'x', label: 'X', value: ' a\r\nb ' }]],
    [
      'numbers and booleans as JSON text',
      { x: 0, y: false },
      [
        { key: 'x', label: 'X', value: '0' },
        { key: 'y', label: 'Y', value: 'false' },
      ],
    ],
    [
      'a list as one fact an entry, in order',
      { x: ['b', 'a', null] },
      [
        { key: 'x', label: 'X', value: 'b' },
        { key: 'x', label: 'X', value: 'a' },
        { key: 'x', label: 'X', value: 'null' },
      ],
    ],
    [
      'an object as JSON text',
      { x: { b: [1], a: null } },
      [{ key: 'x', label: 'X', value: '{"b":[1],"a":null}' }],
    ],
    ['nothing of null', { x: null }, []],
    ['an empty text', { x: '' }, [{ key: 'x', label: 'X', value: '' }]],
    [
      'columns under keys that the API takes',
      { 'Date Acquired (UTC)': 'd', date_made: 'e' },
      [
        { key: 'Date_Acquired__UTC_', label: 'Date Acquired (UTC)', value: 'd' },
        { key: 'date_made', label: 'Date made', value: 'e' },
      ],
    ],
  ])('keep %s', (_, columns, facts) => {
    expect(mapWork(columns, museum, nobody).facts).toEqual(facts);
  });

  it('keep images, whose files are found by the first name that there is', () => {
    const images = [
      { file: 'a/b.png', alt: 'A boat' },
      { out_file: 'c.webp', file: 'd.png' },
    ];

    const mapped = mapWork({ images }, museum, nobody);

    expect(mapped.images).toEqual([
      { files: ['a/b.png'], alt: 'A boat' },
      { files: ['c.webp', 'd.png'], alt: null },
    ]);
    expect(mapped.facts.map(({ value }) => JSON.parse(value) as unknown)).toEqual(images);
  });
});

describe('the fields of a work', () => {
  it.each([
    ['text as it is', { title: ' A\r\n &amp;amp; 着物 ' }, { title: ' A\r\n &amp;amp; 着物 ' }],
    ['an empty title, which the API calls Untitled', { title: '' }, { title: '' }],
    ['years, also from digits', { year_start: -3750, year_end: '12' }, { yearStart: -3750, yearEnd: 12 }],
    ['a list as it is', { subjects: ['a', 'a', ''] }, { tags: ['a', 'a', ''] }],
    ['an empty list', { subjects: [] }, { tags: [] }],
    ['one text as a list', { places: 'Nihon' }, { places: ['Nihon'] }],
    ['a number as text', { date_text: 1850 }, { dateText: '1850' }],
  ])('take %s', (_, record, fields) => {
    const { fields: mapped, facts } = mapWork(record, museum, nobody);

    expect(mapped).toEqual({ ...fields, credits: [], facts: [] });
    expect(facts).toEqual([]);
  });

  it.each([
    ['a year that is none', { year_start: 'about 1800' }],
    ['a fraction of a year', { year_start: 1800.5 }],
    ['a year out of range', { year_start: 12000 }],
    ['a text beyond the limit', { series: 'x'.repeat(1001) }],
    ['a list with null', { subjects: [null] }],
    ['a blank title', { title: ' \n' }],
  ])('leave %s to a fact, and say so', (_, record) => {
    const { fields, facts, notes } = mapWork(record, museum, nobody);

    const [column, value] = Object.entries(record)[0] as [string, unknown];
    const text = Array.isArray(value) ? 'null' : String(value);
    expect(facts).toEqual([expect.objectContaining({ key: column, value: text })]);
    expect(fields.facts).toEqual(facts);
    expect(notes).toHaveLength(1);
  });
});

describe('the artists of a work', () => {
  const known = new Map([
    ['a', { name: 'A', handle: 'aaa' }],
    ['b', { name: 'B', handle: 'bbb' }],
  ]);
  const artist = (id: string) => known.get(id);

  it.each([
    ['the owner alone', { artist_ids: ['a'], artist_names: ['A'] }, 'a', [], ['artist_ids=a']],
    [
      'the owner under another name and with a role',
      { artist_ids: ['a'], artist_names: ['Ä'], artist_roles: ['after'] },
      'a',
      [],
      ['artist_ids=a', 'artist_names=Ä', 'artist_roles=after'],
    ],
    [
      'others in order, null roles kept',
      { artist_ids: ['a', 'b', 'z'], artist_names: ['A', 'Bé', 'Z'], artist_roles: [null, null, 'printer'] },
      'a',
      [
        { name: 'Bé', role: null, handle: 'bbb' },
        { name: 'Z', role: 'printer', handle: null },
      ],
      ['artist_ids=a', 'artist_ids=b', 'artist_ids=z'],
    ],
    [
      'others without names by the name of their portfolio, or their id',
      { artist_ids: ['a', 'b', 'z'] },
      'a',
      [
        { name: 'B', role: null, handle: 'bbb' },
        { name: 'z', role: null, handle: null },
      ],
      ['artist_ids=a', 'artist_ids=b', 'artist_ids=z'],
    ],
    ['names without ids', { artist_names: ['Unknown'] }, null, [], ['artist_names=Unknown']],
    ['nobody', {}, null, [], []],
  ])('are %s', (_, record, owner, credits, facts) => {
    const mapped = mapWork(record, museum, artist);

    expect(mapped.owner).toBe(owner);
    expect(mapped.fields.credits).toEqual(credits);
    expect(mapped.facts.map(({ key, value }) => `${key}=${value}`)).toEqual(facts);
  });
});

describe('an artist', () => {
  it.each([
    [
      'a biography before the line made of facts',
      { bio: '*b*\n', bio_from_facts: 'f' },
      '*b*\n',
      ['bio_from_facts=f'],
    ],
    ['a biography of 4,000 characters', { bio: 'x'.repeat(4000) }, 'x'.repeat(4000), []],
    ['the line made of facts', { bio_from_facts: 'f' }, 'f', []],
    [
      'the line made of facts when the biography is too long',
      { bio: 'x'.repeat(4001), bio_from_facts: 'f' },
      'f',
      [`bio=${'x'.repeat(4001)}`],
    ],
  ])('has as summary %s', (_, record, summary, facts) => {
    const mapped = mapArtist(record, museum, 'ada');

    expect(mapped.fields.summary).toBe(summary);
    expect(mapped.facts.map(({ key, value }) => `${key}=${value}`)).toEqual(facts);
  });

  it.each([
    ['Organization', 'ORGANISATION'],
    ['Collaboration', 'ORGANISATION'],
    ['Person', undefined],
  ])('of the kind %s is %s, and the word is kept', (party_type, kind) => {
    const mapped = mapArtist({ party_type }, museum, 'ada');

    expect(mapped.fields.kind).toBe(kind);
    expect(mapped.facts).toEqual([{ key: 'party_type', label: 'Kind in the source', value: party_type }]);
  });

  it('keeps the handle of the record as a fact when the portfolio has another', () => {
    expect(mapArtist({ handle: 'aa' }, museum, 'aa-artist').facts).toEqual([
      { key: 'handle', label: 'Handle in the source', value: 'aa' },
    ]);
    expect(mapArtist({ handle: 'ada' }, museum, 'ada').facts).toEqual([]);
  });
});

describe('an entry of a log', () => {
  it.each([
    ['2011-01-30 00:00:00-05', '2011-01-30T00:00:00-05:00'],
    ['2011-01-30T10:20:30.5+0130', '2011-01-30T10:20:30.5+01:30'],
    ['2011-01-30T10:20Z', '2011-01-30T10:20:00Z'],
    ['2011-01-30', '2011-01-30T00:00:00Z'],
  ])('of %s happened at %s', (date, occurredAt) => {
    expect(mapLog({ id: 'l', date }, museum)).toMatchObject({
      fields: { occurredAt, body: '' },
      problem: null,
    });
  });

  it.each(['2011-02-30', 'yesterday', '2011-01-30 25:00', undefined, 5])('of %s is refused', (date) => {
    expect(mapLog({ id: 'l', ...(date !== undefined && { date }) }, museum).problem).toMatch(/no date/);
  });

  it('with lists in one text splits them as the mapping says', () => {
    const split = { ...museum, logs: { ...museum.logs!, split: { keywords: ';' } } };

    expect(mapLog({ date: '2011-01-30', keywords: 'a;b' }, split).fields.tags).toEqual(['a', 'b']);
  });
});

describe('a column named like something that every object has', () => {
  const NAMES = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];
  const record = (values: ReadonlyArray<readonly [string, unknown]>): Record<string, unknown> =>
    Object.fromEntries(values);
  const ofAll = record(NAMES.map((name) => [name, `of ${name}`]));
  const artists = { fields: { name: 'name' } };

  it.each(NAMES)('%s is a fact', (name) => {
    const mapping = parseMapping({ artists, works: { artists: { ids: 'ids' } } });

    const { facts } = mapWork(
      record([
        ['ids', 'a'],
        [name, 'kept'],
      ]),
      mapping,
      nobody,
    );

    expect(facts).toContainEqual(expect.objectContaining({ key: name, value: 'kept' }));
  });

  it.each(NAMES)('%s can be labelled, split and mapped', (name) => {
    const section = record([
      ['labels', record([[name, 'Label']])],
      ['split', record([[name, ';']])],
      [
        'fields',
        record([
          ['name', 'name'],
          [name, 'altNames'],
        ]),
      ],
    ]);
    const mapping = parseMapping({ artists: section, works: { artists: { ids: 'ids' } } });

    const { fields } = mapArtist(
      record([
        ['name', 'Ada'],
        [name, 'A;B'],
      ]),
      mapping,
      'ada',
    );

    expect(fields).toMatchObject({ name: 'Ada', altNames: ['A', 'B'] });
  });

  it.each(NAMES)('%s is absent where a mapping asks for it and a record has none', (name) => {
    const mapping = parseMapping({
      artists: { ...artists, handle: name, kind: { column: name, values: { x: 'PERSON' } } },
      works: {
        source: name,
        artists: { ids: name, names: name, roles: name },
        images: { column: name, file: [name] },
      },
      logs: { work: name, artists: name },
    });

    expect(mapArtist({ name: 'Ada' }, mapping, 'ada').fields).toEqual({ name: 'Ada', facts: [] });
    expect(mapWork({ title: 'One' }, mapping, nobody)).toMatchObject({ owner: null, images: [] });
    expect(mapLog({ id: '1' }, mapping)).toMatchObject({ work: null, artists: [] });
  });

  it('goes through every kind of record', () => {
    const mapping = parseMapping({
      artists: { ...artists, kind: { column: 'type', values: { x: 'PERSON' } } },
      works: { artists: { ids: 'ids' } },
      logs: {},
    });

    const artist = mapArtist({ ...ofAll, name: 'Ada', type: 'constructor' }, mapping, 'ada');

    expect(artist.fields.kind).toBeUndefined();
    expect(artist.facts.map(({ key }) => key)).toEqual([...NAMES, 'type']);
    expect(mapLog(ofAll, mapping).fact?.value).toContain('"__proto__":"of __proto__"');
  });
});
