/** Bytes of a text as characters: by byte order mark, declared charset, `meta` element, else UTF-8 or Windows-1252. */
import { latin1 } from './document-type.ts';
import { ExtractionRefusal } from './extracted.ts';

/** https://encoding.spec.whatwg.org/#bom-sniff */
const MARKS: ReadonlyArray<[mark: string, label: string]> = [
  ['\xef\xbb\xbf', 'utf-8'],
  ['\xff\xfe', 'utf-16le'],
  ['\xfe\xff', 'utf-16be'],
];

/** How far browsers look for a `meta` element with a charset. */
const PRESCAN = 1024;

export function decodeText(bytes: Uint8Array, contentType: string, isHtml: boolean): string {
  const start = latin1(bytes, 0, PRESCAN);
  const label =
    MARKS.find(([mark]) => start.startsWith(mark))?.[1] ??
    /charset\s*=\s*"?([\w:.-]+)/i.exec(contentType)?.[1] ??
    (isHtml ? /<meta[^>]+charset\s*=\s*["']?([\w:.-]+)/i.exec(start)?.[1] : undefined);
  if (label) {
    const decoder = decoderOf(label);
    if (decoder) return decoder.decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function decoderOf(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

/** @throws ExtractionRefusal `unknown-type` for what is not text, `no-text` for an empty one */
export function readPlainText(bytes: Uint8Array, contentType: string): { text: string; warnings: string[] } {
  const text = decodeText(bytes, contentType, false);
  const odd = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  if (odd > text.length / 100) {
    throw new ExtractionRefusal('unknown-type', 'The file is declared as text and holds something else.');
  }
  if (!/[\p{L}\p{N}]/u.test(text)) throw new ExtractionRefusal('no-text', 'The file holds no words.');
  return { text: text.replace(/\r\n?/g, '\n').trim(), warnings: [] };
}
