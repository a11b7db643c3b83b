import { describe, expect, it } from 'vitest';
import { readHtml } from './read-html.ts';

const ADDRESS = 'https://museum.example/works/harbour';
const page = (head: string, body = '<article><p>Words of the page.</p></article>'): string =>
  `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`;

describe('facts of a page', () => {
  it('come from Open Graph, relative addresses made whole', () => {
    const facts = readHtml(
      page(`<meta property="og:title" content="Harbour"><meta property="og:site_name" content="The Museum">
        <meta property="og:image" content="/pictures/harbour.jpg"><meta name="author" content="By Nan Youngman">
        <meta property="article:published_time" content="2024-05-01">`),
      ADDRESS,
    );

    expect(facts).toMatchObject({
      title: 'Harbour',
      site: 'The Museum',
      author: 'Nan Youngman',
      date: '2024-05-01',
      language: 'en-GB',
      imageUrl: 'https://museum.example/pictures/harbour.jpg',
    });
  });

  it('come from linked data, the work before the page', () => {
    const data = {
      '@graph': [
        { '@type': 'WebPage', name: 'Collection', author: 'Museum' },
        {
          '@type': 'VisualArtwork',
          name: 'Harbour',
          creator: [{ '@type': 'Person', name: 'Nan Youngman' }, { name: 'Betty Rea' }],
          dateCreated: '1951',
          image: { '@type': 'ImageObject', url: 'https://cdn.example/h.jpg' },
          license: 'https://creativecommons.org/publicdomain/zero/1.0/',
        },
      ],
    };

    const facts = readHtml(
      page(`<script type="application/ld+json">${JSON.stringify(data)}</script>`),
      ADDRESS,
    );

    expect(facts).toMatchObject({
      author: 'Nan Youngman, Betty Rea',
      date: '1951',
      imageUrl: 'https://cdn.example/h.jpg',
      licence: 'CC0-1.0',
    });
  });

  it.each([
    ['broken linked data', '<script type="application/ld+json">{"@type": </script>'],
    ['a picture that is no address', '<meta property="og:image" content="javascript:alert(1)">'],
    ['a picture inside of the page', '<meta property="og:image" content="data:image/png;base64,AAAA">'],
  ])('are absent rather than wrong: %s', (_, head) => {
    const facts = readHtml(page(head), ADDRESS);

    expect(facts.imageUrl).toBeUndefined();
    expect(facts.text).toBe('Words of the page.');
  });
});

describe('the licence of a page', () => {
  const link = 'https://creativecommons.org/licenses/by-sa/4.0/deed.en';
  it.each([
    ['a link element', page(`<link rel="license" href="${link}">`), 'CC-BY-SA-4.0'],
    [
      'a link with the relation',
      page('', `<p>Text.</p><a rel="nofollow license" href="${link}">some rights</a>`),
      'CC-BY-SA-4.0',
    ],
    ['Dublin Core, as written', page('<meta name="dcterms.rights" content="© The Estate">'), '© The Estate'],
    [
      'a link to Creative Commons',
      page('', `<p>Text.</p><a href="http://creativecommons.org/licenses/by-nc/3.0/us/">CC</a>`),
      'CC-BY-NC-3.0-US',
    ],
    [
      'a sentence at the end',
      page(
        '',
        '<p>Text.</p><footer>This work is licensed under a Creative Commons Attribution-Share Alike 3.0 License.</footer>',
      ),
      'CC-BY-SA-3.0',
    ],
    [
      'several ones, so none',
      page(
        '',
        `<p>Text.</p><a href="${link}">a</a><a href="https://creativecommons.org/licenses/by/4.0/">b</a>`,
      ),
      undefined,
    ],
    [
      'a mention of one, so none',
      page('', '<p>Creative Commons Attribution 4.0 was published in 2013.</p>'),
      undefined,
    ],
    ['nothing', page(''), undefined],
  ])('is read from %s', (_, html, licence) => {
    expect(readHtml(html, ADDRESS).licence).toBe(licence);
  });
});

describe('readable text', () => {
  it.each([
    [
      'everything',
      '<!doctype html><html lang="en"><head><title>Harbour</title></head><body><p>Ink.</p></body></html>',
    ],
    ['no body', '<!DOCTYPE html>\n<html lang=en><head><title>Harbour</title></head><p>Ink.</p></html>'],
    ['no head', '<html lang="en"><title>Harbour</title><body><p>Ink.</p></body></html>'],
    ['neither', '<html lang="en"><meta charset="utf-8"><title>Harbour</title><p>Ink.'],
  ])('is found in a page that is written with %s', (_, html) => {
    expect(readHtml(html)).toMatchObject({ title: 'Harbour', language: 'en', text: 'Ink.' });
  });

  it('keeps blocks apart where the source does not, and leaves out what stands around', () => {
    const html = page(
      '',
      `<nav><a href="/">Home</a></nav><article><h1>Harbour</h1><p>${'First line. '.repeat(20)}</p><ul><li>ink</li><li>paper</li></ul><p>a<br>b</p><pre>  x\n  y</pre></article>`,
    );

    const { text } = readHtml(html, ADDRESS);

    expect(text).not.toContain('Home');
    expect(text).toContain('ink\npaper');
    expect(text).toContain('a\nb');
    expect(text).toContain('x\n  y');
  });

  it('is all of a page that is nested too deeply for Readability', () => {
    const nested = (depth: number): string =>
      page('', '<div>'.repeat(depth) + 'deep' + '</div>'.repeat(depth));

    expect(readHtml(nested(500))).toMatchObject({
      text: 'deep',
      warnings: [expect.stringContaining('no article')],
    });
    expect(() => readHtml(nested(5000))).toThrow('nested too deeply');
  });
});
