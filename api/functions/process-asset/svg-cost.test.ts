import { describe, expect, it } from 'vitest';
import { fixture } from './samples.testing.ts';
import { filters, nestedUses } from './svg-bombs.testing.ts';
import { excessOfSvg } from './svg-cost.ts';

const svg = (text: string, attributes = '') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${text}</svg>`);

/** Ten references to ten references, eight times over. */
const nested = (element: (id: string, inner: string) => string, reference: (id: string) => string) =>
  svg(
    Array.from({ length: 8 }, (_, n) => element(`n${n + 1}`, reference(`n${n}`).repeat(10))).join('') +
      element('n0', '<path d="M0 0h9"/>') +
      reference('n8'),
  );

describe('the cost of an SVG', () => {
  it.for<[name: string, bytes: Uint8Array, why: RegExp]>([
    ['uses of uses', nestedUses, /500000 elements/],
    [
      'uses by their old name',
      nested(
        (id, inner) => `<svg:g id='${id}'>${inner}</svg:g>`,
        (id) => `<svg:use xlink:href='#${id}'/>`,
      ),
      /elements/,
    ],
    [
      'patterns of patterns',
      nested(
        (id, inner) => `<pattern id="${id}">${inner}</pattern>`,
        (id) => `<rect style="fill:url(#${id})"/>`,
      ),
      /elements/,
    ],
    ['filters of hundreds of pixels', filters, /filters .* Use fewer/],
    [
      'a filter on a thing that is used very often',
      svg(
        `<filter id="f"><feTurbulence numOctaves="9"/></filter><g id="a">${'<path filter="url(#f)"/>'.repeat(100)}</g>${'<use href="#a"/>'.repeat(100)}`,
      ),
      /filters/,
    ],
  ])('is too high: %s', ([, bytes, why]) => {
    expect(excessOfSvg(bytes)).toMatch(why);
  });

  it.for<[name: string, bytes: Uint8Array]>([
    ['nothing', svg('')],
    ['what uses itself', svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/><use href="#b"/></g>')],
    ['uses in a comment', svg(`<!--${nestedUses.toString()}-->`)],
    ['what is not closed', Buffer.from('<svg><g><g><use href="#x"/>')],
    ['depth', svg(`${'<g>'.repeat(100_000)}${'</g>'.repeat(100_000)}`)],
    [
      'a used thing with many parts',
      svg(`<g id="a">${'<g/>'.repeat(900)}</g>${'<use href="#a"/>'.repeat(500)}`),
    ],
    [
      'shadows under a thousand letters',
      svg(
        `<filter id="s"><feGaussianBlur stdDeviation="3"/><feOffset dx="2"/><feBlend/></filter>${'<text filter="url(#s)">a</text>'.repeat(800)}`,
      ),
    ],
    [
      'a wide radius in small units',
      svg(
        '<filter id="s"><feMorphology radius="500"/></filter><path filter="url(#s)"/>',
        'viewBox="0 0 210000 297000"',
      ),
    ],
    [
      'gradients of many stops',
      svg(
        `<linearGradient id="l">${'<stop/>'.repeat(20)}</linearGradient>${'<path fill="url(#l)"/>'.repeat(60_000)}`,
      ),
    ],
  ])('is bearable: %s', ([, bytes]) => {
    expect(excessOfSvg(bytes)).toBeUndefined();
  });

  it('is bearable of a real drawing', async () => {
    expect(excessOfSvg(await fixture('desert-landscape.svg'))).toBeUndefined();
  });
});
