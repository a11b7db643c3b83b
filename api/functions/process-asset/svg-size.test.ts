import { expect, it } from 'vitest';
import { statesSize } from './svg-size.ts';

it.for<[svg: string, states: boolean]>([
  ['<svg width="40" height="30">', true],
  ["<?xml version='1.0'?><!-- <svg> --><svg\n  height='1.5e1mm' viewBox='0 0 9 9'>", true],
  ['<svg:svg xmlns:svg="http://www.w3.org/2000/svg" width="40px">', true],
  ['<svg viewBox="0 0 24 24">', false],
  ['<svg width="100%" height="100%" viewBox="0 0 24 24">', false],
  ['<svg viewBox="0 0 24 24" stroke-width="2">', false],
  ['<svg viewBox="0 0 24 24" data-note="a > b"><rect width="9" height="9"/></svg>', false],
  ['<svg', false],
])('%s states a size: %s', ([svg, states]) => {
  expect(statesSize(Buffer.from(svg))).toBe(states);
});
