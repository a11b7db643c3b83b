/** Small SVGs that take for ever to draw. */

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="2000">';

/** Ten uses of ten uses, nine times over: a thousand million rectangles. */
export const nestedUses = Buffer.from(
  `${SVG}<g id="g0"><rect width="9" height="9"/></g>${Array.from(
    { length: 9 },
    (_, n) => `<g id="g${n + 1}">${`<use href="#g${n}"/>`.repeat(10)}</g>`,
  ).join('')}<use href="#g9"/></svg>`,
);

const PRIMITIVES = `<feGaussianBlur stdDeviation="900"/><feMorphology operator="dilate" radius="500"/>
  <feTurbulence baseFrequency="0.01" numOctaves="60"/>
  <feConvolveMatrix order="25" kernelMatrix="${Array(625).fill(1).join(' ')}"/>`;
const RECTS = '<rect width="2000" height="2000" filter="url(#f)"/>'.repeat(300);

/** Filters with a radius of hundreds of pixels, on 300 rectangles. */
export const filters = Buffer.from(`${SVG}<filter id="f">${PRIMITIVES}</filter>${RECTS}</svg>`);

/** Slow enough to be drawn for minutes, and not so slow that it shows beforehand. */
export const slow = Buffer.from(
  `${SVG}<filter id="f"><feTurbulence baseFrequency="0.01" numOctaves="60"/></filter>${RECTS}</svg>`,
);
