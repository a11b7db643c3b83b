import { describe, expect, it } from 'vitest';
import { expand, readMacros, withoutComments } from './macros.ts';

const macros = readMacros(
  `-- Comments and empty lines are passed over.

CREATE MACRO twice(value) AS value + value;
CREATE MACRO either(value, otherwise) AS coalesce(value, otherwise);
CREATE MACRO safe(value) AS either(try(twice(value)), 'value (')
;`.replace('\n;', ';'),
);

describe('a statement', () => {
  it.each([
    ['SELECT twice(a)', 'SELECT (a + a)'],
    ['SELECT twice(twice(a))', 'SELECT ((a + a) + (a + a))'],
    ["SELECT either(f(a, ')'), 'x, y')", "SELECT (coalesce(f(a, ')'), 'x, y'))"],
    ['SELECT safe(b)', "SELECT ((coalesce(try((b + b)), 'value (')))"],
    ["SELECT 'twice(a)', twice, twices(a)", "SELECT 'twice(a)', twice, twices(a)"],
  ])('%s becomes %s', (text, expanded) => {
    expect(expand(text, macros)).toBe(expanded);
  });

  it.each([
    ['SELECT twice(a, b)', /twice takes 1 arguments. Received: \(a, b\)/],
    ['SELECT twice(a', /A parenthesis is not closed/],
    ["SELECT twice('a)", /A quote is not closed/],
  ])('%s is refused', (text, problem) => {
    expect(() => expand(text, macros)).toThrow(problem);
  });

  it('loses its comments', () => {
    expect(withoutComments('-- What it is.\nSELECT 1\n')).toBe('SELECT 1');
  });
});

it('a definition over two lines is refused', () => {
  expect(() => readMacros('CREATE MACRO a(b) AS\nb;')).toThrow(/in one line.*Received: CREATE MACRO a/);
});
