import { priceOf, type Prices } from '../../ports/bedrock/prices.ts';

/** What a token of a model may cost at most, in millionths of a US dollar. */
export function dearestToken(model: string, prices?: Prices): number {
  const { image: _image, ...tokens } = priceOf(model, prices);
  return Math.max(...Object.values(tokens));
}
