import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { zstdCompressSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { csvRows, jsonRows, readRows, type Row } from './rows.ts';

async function all(rows: AsyncIterable<Row>): Promise<Row[]> {
  const found: Row[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

/** The bytes one by one, so that nothing depends on where chunks end. */
const bytewise = (text: string): Readable =>
  Readable.from([...Buffer.from(text)].map((byte) => Buffer.from([byte])));

describe('JSON Lines', () => {
  it('gives one record a line, with the number of the line', async () => {
    const rows = await all(jsonRows(bytewise('\uFEFF{"id":"1","title":" 着物\u2028 "}\r\n\n{"id":"2"}')));

    expect(rows).toEqual([
      { line: 1, record: { id: '1', title: ' 着物\u2028 ' } },
      { line: 3, record: { id: '2' } },
    ]);
  });

  it.each([
    ['{"id":', /not JSON in UTF-8/],
    ['["a"]', /not a JSON object. Received: \["a"\]/],
    ['"text"', /not a JSON object/],
  ])('reports %s and reads on', async (line, problem) => {
    const rows = await all(jsonRows(Readable.from([Buffer.from(`${line}\n{"id":"2"}\n`)])));

    expect(rows[0]).toMatchObject({ line: 1, problem: expect.stringMatching(problem) as string });
    expect(rows[1]).toEqual({ line: 2, record: { id: '2' } });
  });

  it('reports bytes that are no UTF-8 instead of replacing them', async () => {
    const rows = await all(jsonRows(Readable.from([Buffer.from('{"id":"\xe9"}', 'latin1')])));

    expect(rows).toMatchObject([{ line: 1, problem: expect.stringContaining('UTF-8') as string }]);
  });
});

describe('CSV', () => {
  it('names cells by the first line, takes empty ones as absent, and counts lines of the file', async () => {
    const text = '\uFEFFid,title,note\r\n1,"a ""b""\r\nc", x \r\n\r\n2,,\r\n3,t\r\n';

    const rows = await all(csvRows(bytewise(text)));

    expect(rows).toEqual([
      { line: 2, record: { id: '1', title: 'a "b"\r\nc', note: ' x ' } },
      { line: 5, record: { id: '2' } },
      { line: 6, problem: 'The row has 2 cells for 3 columns. Received: 3,t.' },
    ]);
  });

  it('reports a quote that is never closed', async () => {
    const rows = await all(csvRows(bytewise('id,title\n1,a\n2,"b\n')));

    expect(rows[0]).toEqual({ line: 2, record: { id: '1', title: 'a' } });
    expect(rows[1]).toMatchObject({ line: 3, problem: expect.stringContaining('cannot be read') as string });
  });

  it.each([
    ['in one piece', (text: string) => Readable.from([Buffer.from(text)])],
    ['byte by byte', bytewise],
  ])('reports a quote that is out of place, after the rows before it: %s', async (_name, stream) => {
    const rows = await all(csvRows(stream('id,title\n1,a\n2,b "c" d\n3,e\n')));

    expect(rows).toEqual([
      { line: 2, record: { id: '1', title: 'a' } },
      { line: 3, problem: expect.stringMatching(/cannot be read .*each quote within it twice\.$/) as string },
    ]);
  });
});

describe('a catalogue file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rows-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['a.jsonl', Buffer.from('{"id":"1"}\n')],
    ['a.csv', Buffer.from('id\n1\n')],
    ['a.jsonl.zst', zstdCompressSync('{"id":"1"}\n')],
    ['a.csv.zst', zstdCompressSync('id\n1\n')],
  ])('is read by its name: %s', async (name, bytes) => {
    writeFileSync(join(folder, name), bytes);

    expect(await all(readRows(join(folder, name)))).toMatchObject([{ record: { id: '1' } }]);
  });

  it.each(['none.jsonl', 'none.csv', 'none.jsonl.zst'])('that is not there is an error: %s', async (name) => {
    await expect(all(readRows(join(folder, name)))).rejects.toThrow(/ENOENT/);
  });
});
