import { describe, expect, it } from 'vitest';
import { COLOUR_NAMES, colourName, colourNames } from './colours.ts';

describe('names of colours', () => {
  it.each([
    ['#000000', 'black'],
    ['#fefefe', 'white'],
    ['#7f7f7f', 'grey'],
    ['#b22222', 'red'],
    ['#ff8c00', 'orange'],
    ['#ffd700', 'yellow'],
    ['#556b2f', 'olive'],
    ['#228b22', 'green'],
    ['#40e0d0', 'turquoise'],
    ['#4169e1', 'blue'],
    ['#87ceeb', 'blue'],
    ['#4b0082', 'purple'],
    ['#FF69B4', 'pink'],
    ['#8b4513', 'brown'],
    ['#f5deb3', 'beige'],
  ])('%s is %s', (hex, name) => {
    expect(colourName(hex)).toBe(name);
  });

  it('of a palette stand once, in its order', () => {
    expect(colourNames(['#ffffff', '#111111', '#fafafa'])).toEqual(['white', 'black']);
    expect(COLOUR_NAMES).toHaveLength(14);
  });

  it.each(['', 'red', '#fff', '#12345g', '#1234567'])('refuse what is no colour: %j', (hex) => {
    expect(() => colourName(hex)).toThrow(`Received: ${hex}`);
  });
});
