import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

test.each([
  { what: 'a heading', markdown: '## Blue *bay*', plain: 'Blue bay' },
  { what: 'a closed heading', markdown: 'Blue\n====\n\nbay', plain: 'Blue\n\nbay' },
  { what: 'strong and struck words', markdown: 'a **bold** and ~~bad~~ word', plain: 'a bold and bad word' },
  { what: 'underscores around words', markdown: 'an _old_ __boat__', plain: 'an old boat' },
  { what: 'underscores inside words', markdown: 'file_name_one', plain: 'file_name_one' },
  { what: 'a link', markdown: 'see [the bay](https://a.example/x_(y) "title")', plain: 'see the bay' },
  { what: 'a picture in a link', markdown: '[![Two boats](/b.png)](/b)', plain: 'Two boats' },
  { what: 'a picture', markdown: '![Two boats](/boats.png)', plain: 'Two boats' },
  { what: 'an automatic link', markdown: '<https://a.example/>', plain: 'https://a.example/' },
  { what: 'a list', markdown: '- one\n- two\n1. three', plain: 'one two three' },
  { what: 'a quotation', markdown: '> she said\n> so', plain: 'she said so' },
  { what: 'code', markdown: 'use `oil`\n\n```txt\nlinseed\n```', plain: 'use oil\n\nlinseed' },
  { what: 'HTML', markdown: 'a<br>b <b>c</b><!-- hidden -->', plain: 'a b c' },
  { what: 'an escape', markdown: '1\\. not a list \\*', plain: '1. not a list *' },
  { what: 'multiplication', markdown: '30 * 40 * 2 cm', plain: '30 * 40 * 2 cm' },
  { what: 'a rule', markdown: 'one\n\n---\n\ntwo', plain: 'one\n\ntwo' },
  { what: 'paragraphs', markdown: 'one\nline\n\n\ntwo', plain: 'one line\n\ntwo' },
  { what: 'nothing', markdown: '', plain: '' },
])('$what becomes the words that a reader sees', ({ markdown, plain }) => {
  expect(plainText(markdown)).toBe(plain);
});

test.each(['[', '*a', '_', '`', '<a', '<!--', '![](', '](', '> ', '- ', '\\', '\n ', '** ', '_a '])(
  '100,000 times %j takes no longer than other texts',
  (mark) => {
    expect(plainText(mark.repeat(100_000))).toBeTypeOf('string');
  },
  5000,
);
