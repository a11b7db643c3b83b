import { costOf } from '../../ports/bedrock/prices.ts';

const MANY = 1_000_000;

/** What a token of a model may cost at most, in millionths of a US dollar. */
export const dearestToken = (model: string): number =>
  Math.max(
    costOf(model, { inputTokens: MANY, outputTokens: 0 }),
    costOf(model, { inputTokens: 0, outputTokens: MANY }),
  ) / MANY;
