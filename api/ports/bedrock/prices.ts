/**
 * What models cost. US dollars a million tokens, which is millionths of a dollar a token; on demand, US East, as listed
 * at https://aws.amazon.com/bedrock/pricing/ in 2026-11. Prices change and differ by region: hand in a table of your
 * own where budgets must be exact.
 */

export interface Price {
  inputToken: number;
  outputToken: number;
  /** Millionths of a dollar for a picture, where pictures are not counted in tokens. */
  image?: number;
}

/** By model id without the prefix of an inference profile (`us.`, `eu.`, `apac.`, `global.`). */
export type Prices = Readonly<Record<string, Price>>;

export const PRICES: Prices = {
  'amazon.nova-2-multimodal-embeddings-v1:0': { inputToken: 0.135, outputToken: 0, image: 60 },
  'amazon.titan-embed-text-v2:0': { inputToken: 0.02, outputToken: 0 },
  'amazon.titan-embed-image-v1': { inputToken: 0.8, outputToken: 0, image: 60 },
  'amazon.nova-micro-v1:0': { inputToken: 0.035, outputToken: 0.14 },
  'amazon.nova-lite-v1:0': { inputToken: 0.06, outputToken: 0.24 },
  'amazon.nova-pro-v1:0': { inputToken: 0.8, outputToken: 3.2 },
  'amazon.nova-2-lite-v1:0': { inputToken: 0.33, outputToken: 2.75 },
};

/** A model that the table does not know is counted dear, so that a budget is not passed unseen. */
const UNKNOWN: Price = { inputToken: 5, outputToken: 25, image: 5_000 };

/** Cost in millionths of a dollar, rounded up. */
export function costOf(
  model: string,
  used: { inputTokens: number; outputTokens: number; images?: number },
  prices: Prices = PRICES,
): number {
  const price = prices[model] ?? prices[model.replace(/^(us|eu|apac|jp|au|global)\./, '')] ?? UNKNOWN;
  const { inputTokens, outputTokens, images = 0 } = used;
  return Math.ceil(
    inputTokens * price.inputToken + outputTokens * price.outputToken + images * (price.image ?? 0),
  );
}
