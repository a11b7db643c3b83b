import { describe, expect, it } from 'vitest';
import { extractDocument } from './extract-document.ts';
import { docx, DOCX, lines, odt, ODT, pdf, PDF, wordParagraph } from './samples.testing.ts';

describe('text and facts of documents', () => {
  it('are read of a PDF, with broken words made whole', async () => {
    const file = pdf({
      pages: [lines('The harbour at dusk, etch-', 'ing on paper.'), lines('Caf\xe9, printed in 1931.')],
      info: '/Title (Harbour) /Author (Nan Youngman) /CreationDate (D:19310402120000Z)',
    });

    const extracted = await extractDocument(file, PDF, 'harbour.pdf');

    expect(extracted).toMatchObject({
      title: 'Harbour',
      author: 'Nan Youngman',
      date: '1931-04-02',
      pages: 2,
    });
    expect(extracted.text).toBe('The harbour at dusk, etching on paper.\n\nCafé, printed in 1931.');
    expect(extracted.warnings).toEqual([]);
  });

  it('are read of a DOCX', async () => {
    const file = docx(wordParagraph('First ink.') + wordParagraph('Second ink &amp; paper.'), {
      'docProps/core.xml': `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Ink</dc:title><dc:creator>Käthe Kollwitz</dc:creator><dcterms:created>1920-05-01T00:00:00Z</dcterms:created></cp:coreProperties>`,
    });

    const extracted = await extractDocument(file, DOCX);

    expect(extracted).toMatchObject({ title: 'Ink', author: 'Käthe Kollwitz', date: '1920-05-01' });
    expect(extracted.text).toBe('First ink.\n\nSecond ink & paper.');
  });

  it('are read of an ODT, without comments and deleted words', async () => {
    const file = odt(
      `<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>
       <text:h>Glaze</text:h>
       <text:p>Tin,<text:s text:c="2"/>then<text:line-break/>ash.<office:annotation><text:p>a comment</text:p></office:annotation></text:p>`,
    );

    const extracted = await extractDocument(file, ODT);

    expect(extracted).toMatchObject({
      title: 'Notes on Glaze',
      author: 'Lucie Rie',
      date: '1952-03-01',
      language: 'de-AT',
    });
    expect(extracted.text).toBe('Glaze\n\nTin,  then\nash.');
  });

  it('are read of plain text in older encodings', async () => {
    const extracted = await extractDocument(
      Buffer.from('Gr\xfc\xdfe\r\naus Wien', 'latin1'),
      'text/plain',
      'letter.txt',
    );

    expect(extracted.text).toBe('Grüße\naus Wien');
  });

  it('are read of a page by the charset that it states', async () => {
    const page = Buffer.from(
      '<html><head><meta charset="iso-8859-2"><title>Dílo</title></head><body><p>\xb9koda</p></body></html>',
      'latin1',
    );

    expect((await extractDocument(page, 'text/html')).text).toBe('škoda');
  });
});

describe('what is left out is said', () => {
  it('pages over the limit', async () => {
    const file = pdf({ pages: ['one', 'two', 'three'].map((word) => lines(word)) });

    const extracted = await extractDocument(file, PDF, undefined, { limits: { pages: 2 } });

    expect(extracted.text).toBe('one\n\ntwo');
    expect(extracted.warnings).toEqual(['Only the first 2 of 3 pages were read.']);
  });

  it('characters over the limit, cut at a word', async () => {
    const extracted = await extractDocument(Buffer.from('ochre umber sienna'), 'text/plain', undefined, {
      limits: { characters: 13 },
    });

    expect(extracted.text).toBe('ochre umber');
    expect(extracted.warnings[0]).toContain('11 of 18 characters');
  });
});

const whole = pdf({ pages: [lines('whole')] });
const bomb = docx(wordParagraph(' '.repeat(3_000_000) + 'end'));
const password = pdf({
  pages: [lines('secret')],
  trailer: `/Encrypt 7 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]`,
  objects: [
    `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
  ],
});
const officePassword = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(500),
  Buffer.from('EncryptedPackage', 'utf16le'),
]);
const flipped = Buffer.from(docx(wordParagraph('ink '.repeat(200))));
flipped[flipped.indexOf('word/document.xml') + 40]! ^= 0xff;

describe('a document is refused', () => {
  it.each([
    ['a PDF with a password', password, PDF, 'encrypted', /password/],
    ['an Office file with a password', officePassword, DOCX, 'encrypted', /password/],
    [
      'an ODT with a password',
      odt('', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }),
      ODT,
      'encrypted',
      /password/,
    ],
    ['a PDF without words', pdf({ pages: ['0 0 100 100 re f'] }), PDF, 'no-text', /pictures/],
    ['a DOCX without words', docx('<w:p/>'), DOCX, 'no-text', /no words/],
    [
      'a page without words',
      Buffer.from('<body><script>app()</script></body>'),
      'text/html',
      'no-text',
      /JavaScript/,
    ],
    ['half a PDF', whole.subarray(0, whole.length / 2), PDF, 'damaged', /cut short/],
    ['half a DOCX', bomb.subarray(0, bomb.length / 2), DOCX, 'damaged', /directory/],
    ['a DOCX with a bit turned', flipped, DOCX, 'damaged', /document\.xml/],
    ['something else named PDF', Buffer.from('MZ\x90\0'), PDF, 'damaged', /does not begin/],
    ['an empty file', Buffer.alloc(0), PDF, 'damaged', /empty/],
    ['a zip of something', docx('').subarray(0, 0), DOCX, 'damaged', /empty/],
    [
      'a spreadsheet',
      Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1'),
      'application/zip',
      'unknown-type',
      /zip/,
    ],
    ['a picture', Buffer.from('\x89PNG\r\n', 'latin1'), 'image/png', 'unknown-type', /image\/png/],
    [
      'bytes called text',
      Buffer.from([0, 1, 2, 3, 4, 5, 6, 7]),
      'text/plain',
      'unknown-type',
      /something else/,
    ],
  ])('%s', async (_, file, type, code, message) => {
    await expect(extractDocument(file, type)).rejects.toMatchObject({
      name: 'ExtractionRefusal',
      code,
      message: expect.stringMatching(message),
    });
  });

  it('when it is larger than files may be', async () => {
    await expect(extractDocument(whole, PDF, undefined, { limits: { bytes: 10 } })).rejects.toMatchObject({
      code: 'too-large',
    });
  });

  it('when it unpacks to more than files may, whatever its directory claims', async () => {
    const liar = Buffer.from(bomb);
    const entry = liar.lastIndexOf('word/document.xml') - 46;
    liar.writeUInt32LE(10, entry + 24);

    for (const file of [bomb, liar]) {
      await expect(
        extractDocument(file, DOCX, undefined, { limits: { unpackedBytes: 1e6 } }),
      ).rejects.toMatchObject({
        code: 'too-large',
      });
    }
  });

  it('when reading it takes too long, and its thread ends', async () => {
    await expect(
      extractDocument(whole, PDF, undefined, { limits: { milliseconds: 1 } }),
    ).rejects.toMatchObject({
      code: 'too-slow',
    });
  });

  it('when a stream in it swells over the memory that reading may take', async () => {
    const swelling = pdf({ pages: [' '.repeat(160 * 2 ** 20) + lines('end')] });

    await expect(extractDocument(swelling, PDF, undefined, { limits: { memory: 64 } })).rejects.toMatchObject(
      {
        code: 'too-large',
      },
    );
  });
});
