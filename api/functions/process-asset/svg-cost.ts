/**
 * What an SVG would cost to draw, told from its text. It finds what multiplies, such as ten uses of ten uses and
 * filters with a radius of a thousand, long before a decoder is done with it. It is a coarse estimate, far above what
 * people draw: what gets by, for example through entities, meets the time limit. So does this, as it reads hostile text.
 */
import { SVG_SIDE } from './limits.ts';

/** Most elements to draw once each reference is followed; librsvg stops at as many, after ten seconds. */
const MAX_ELEMENTS = 500_000;
/** Most steps of all filters together, one for each pixel and neighbour looked at: a quarter of an hour. */
const MAX_FILTER_STEPS = 1e12;

const VIEW_BOX = /\sviewBox\s*=\s*["']([^"']*)["']/;
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<(\/?)(?:[\w-]+:)?([\w-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;
const ID = /\sid\s*=\s*["']([^"']*)["']/;
const REFERENCES = /url\(\s*["']?#([^"')\s]+)|\shref\s*=\s*["']#([^"']+)|:href\s*=\s*["']#([^"']+)/g;
/** Of each pixel, unless a primitive says more: a blur of any radius is three passes. */
const PLAIN_STEPS = 10;

interface Element {
  id: string | undefined;
  children: Element[];
  /** Ids of what is drawn with it: uses, patterns, masks, markers, filters. */
  references: string[];
  /** Steps for each pixel, of a filter's primitive. */
  steps: number;
  /** 1 for what is drawn, 0 for the stops of a gradient. */
  elements: number;
}

type Cost = Pick<Element, 'elements' | 'steps'>;

/** Why an SVG is not worth trying to draw, or undefined. */
export function excessOfSvg(bytes: Uint8Array): string | undefined {
  const root = parse(new TextDecoder().decode(bytes));
  const { elements, steps } = costOf(root);
  if (elements > MAX_ELEMENTS) {
    return `An SVG may have ${MAX_ELEMENTS} elements, counted wherever they are used. Use fewer, or upload it as PNG.`;
  }
  return steps * SVG_SIDE ** 2 > MAX_FILTER_STEPS
    ? 'The filters of the SVG take too long to draw. Use fewer or smaller ones, or upload it as PNG.'
    : undefined;
}

function parse(text: string): Element {
  const root: Element = { id: undefined, children: [], references: [], steps: 0, elements: 0 };
  const open = [root];
  const scale = scaleOf(text);
  for (const [token, slash, name, attributes = ''] of text.matchAll(TOKEN)) {
    if (name === undefined) continue;
    if (slash === '/') {
      if (open.length > 1) open.pop();
      continue;
    }
    const references = [...attributes.matchAll(REFERENCES)].map(([, ...ids]) => ids.find(Boolean) ?? '');
    // A link leads somewhere; it draws nothing.
    const element: Element = {
      id: ID.exec(attributes)?.[1],
      children: [],
      references: name === 'a' ? [] : references,
      steps: stepsOf(name, attributes, scale),
      elements: name === 'stop' ? 0 : 1,
    };
    open.at(-1)?.children.push(element);
    if (!token.endsWith('/>')) open.push(element);
  }
  return root;
}

/** https://www.w3.org/TR/filter-effects-1/ says which numbers of a primitive a pixel's work grows with. */
function stepsOf(name: string, attributes: string, scale: number): number {
  const [one = 0, two = one] = numbers(
    attributes,
    { feMorphology: 'radius', feConvolveMatrix: 'order' }[name],
  );
  switch (name) {
    case 'feMorphology':
      return (2 * scale * one + 1) * (2 * scale * two + 1);
    case 'feConvolveMatrix':
      return (one || 3) * (two || 3);
    case 'feTurbulence':
      return PLAIN_STEPS * (numbers(attributes, 'numOctaves')[0] ?? 1);
    default:
      return name.startsWith('fe') ? PLAIN_STEPS : 0;
  }
}

/** Pixels to a unit: radii are told in the units of the `viewBox`. */
function scaleOf(text: string): number {
  const [, , width = 0, height = 0] = (VIEW_BOX.exec(text)?.[1] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return Math.min(1, SVG_SIDE / (Math.max(width, height) || SVG_SIDE));
}

/** The numbers of an attribute, at most two, none below zero. */
function numbers(attributes: string, name: string | undefined): number[] {
  const value = name && new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];
  return (value ? value.trim().split(/[\s,]+/) : [])
    .slice(0, 2)
    .map((part) => Math.max(Number(part) || 0, 0));
}

/** Each element once for the tree and once for each reference to it. What refers to itself is not drawn again. */
function costOf(root: Element): Cost {
  const named = new Map<string, Element>();
  const all = [root];
  for (const element of all) {
    if (element.id !== undefined && !named.has(element.id)) named.set(element.id, element);
    for (const child of element.children) all.push(child);
  }
  const known = new Map<Element, Cost>();
  const under = new Set<Element>();
  // A stack of its own: a file may nest deeper than calls may.
  const stack = [root];
  for (let element = stack.at(-1); element; element = stack.at(-1)) {
    if (known.has(element)) {
      stack.pop();
      continue;
    }
    const parts = [...element.children, ...element.references.flatMap((id) => named.get(id) ?? [])];
    const missing = under.has(element) ? [] : parts.filter((part) => !known.has(part) && !under.has(part));
    under.add(element);
    if (missing.length > 0) {
      stack.push(...missing);
      continue;
    }
    stack.pop();
    const cost = { elements: element.elements, steps: element.steps };
    for (const part of parts) {
      cost.elements += known.get(part)?.elements ?? 0;
      cost.steps += known.get(part)?.steps ?? 0;
    }
    known.set(element, cost);
  }
  return known.get(root) ?? { elements: 0, steps: 0 };
}
