import { describe, expect, it } from 'vitest';
import { canonicalType, fitsDeclaration, sniffMediaType } from './media-type.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('the type of a file by its first bytes', () => {
  const files: [start: string, type: string | undefined][] = [
    ['\xff\xd8\xff\xe0....', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n....', 'image/png'],
    ['GIF87a....', 'image/gif'],
    ['GIF89a....', 'image/gif'],
    ['RIFF....WEBPVP8 ', 'image/webp'],
    ['RIFF....WAVEfmt ', 'audio/wav'],
    ['RIFF....AVI LIST', undefined],
    ['II*\0....', 'image/tiff'],
    ['MM\0*....', 'image/tiff'],
    ['\0\0\0\x18ftypavif\0\0\0\0mif1miaf', 'image/avif'],
    ['\0\0\0\x18ftypmif1\0\0\0\0avifmiaf', 'image/avif'],
    ['\0\0\0\x18ftypmif1\0\0\0\0heicmiaf', 'image/heic'],
    ['\0\0\0\x18ftypisom\0\0\0\0isommp41', 'video/mp4'],
    ['%PDF-1.7', 'application/pdf'],
    ['OggS\0....', 'audio/ogg'],
    ['ID3\x04....', 'audio/mpeg'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    [
      '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg>',
      'image/svg+xml',
    ],
    ['<html><svg></svg></html>', undefined],
    ['Hello', undefined],
    ['', undefined],
  ];
  it.for(files)('finds that %j is %s', ([start, type]) => {
    expect(sniffMediaType(bytes(start))).toBe(type);
  });

  const declarations: [declared: string, found: string | undefined, fits: boolean][] = [
    ['image/jpeg', 'image/jpeg', true],
    ['image/png', 'image/jpeg', false],
    ['image/png', undefined, false],
    ['image/bmp', undefined, false],
    ['audio/x-wav', 'audio/wav', true],
    ['audio/webm', 'video/webm', true],
    ['audio/mpeg', undefined, true],
    ['audio/mpeg', 'image/png', false],
    ['application/pdf', undefined, false],
    ['application/pdf', 'application/zip', false],
    ['application/vnd.oasis.opendocument.text', 'application/zip', true],
    ['text/plain', undefined, true],
    ['text/plain', 'image/svg+xml', true],
    ['text/plain', 'image/gif', false],
    ['application/octet-stream', 'image/jpeg', false],
  ];
  it.for(declarations)('says whether %s may be %s: %s', ([declared, found, fits]) => {
    expect(fitsDeclaration(declared, found)).toBe(fits);
  });

  it('knows one type under its other names', () => {
    expect(canonicalType('image/JPG')).toBe('image/jpeg');
    expect(canonicalType('text/plain; charset=utf-8')).toBe('text/plain');
  });
});
