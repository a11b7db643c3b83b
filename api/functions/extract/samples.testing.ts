/** Small documents made on the spot: what they hold is seen where they are made. */
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

export const PDF = 'application/pdf';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const ODT = 'application/vnd.oasis.opendocument.text';

interface PdfOptions {
  /** Content streams, one a page. */
  pages: string[];
  info?: string;
  /** More of the trailer. */
  trailer?: string;
  objects?: string[];
}

/** A PDF with one font; ISO 32000-2 annex H has examples. */
export function pdf({ pages, info = '', trailer = '', objects: more = [] }: PdfOptions): Buffer {
  const first = 5;
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${info} >>`,
    ...pages.flatMap((content, index) => {
      const packed = deflateSync(Buffer.from(content, 'latin1'));
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + index * 2 + 1} 0 R >>`,
        `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed.toString('latin1')}\nendstream`,
      ];
    }),
    ...more,
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** A content stream that shows lines below each other. */
export const lines = (...texts: string[]): string =>
  `BT /F1 12 Tf 14 TL 72 720 Td ${texts.map((text) => `(${text}) Tj T*`).join(' ')} ET`;

const zip = (files: Record<string, string>): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );

export const docx = (body: string, more: Record<string, string> = {}): Buffer =>
  zip({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${DOCX}.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...more,
  });

export const wordParagraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

export const odt = (body: string, more: Record<string, string> = {}): Buffer =>
  zip({
    mimetype: ODT,
    'content.xml': `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'meta.xml': `<office:document-meta xmlns:office="o" xmlns:dc="d"><office:meta><dc:title>Notes on Glaze</dc:title><dc:creator>Lucie Rie</dc:creator><dc:date>1952-03-01T10:00:00</dc:date><dc:language>de-AT</dc:language></office:meta></office:document-meta>`,
    ...more,
  });
