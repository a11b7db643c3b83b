import type { Embeddings } from '../../ports/embeddings/port.ts';
import type { Budget } from '../enrich/budget.ts';
import { mostTokens } from '../enrich/most-tokens.ts';

/** What a picture counts as, at most. */
const IMAGE_TOKENS = 2000;

/** The model, with every call of it within a budget. @throws BudgetExhausted beside what the model throws */
export function paidEmbeddings(
  embeddings: Embeddings,
  budget: Budget,
  maximumMicroUsdPerToken: number,
): Embeddings {
  const most = (tokens: number) => ({ tokens, microUsd: tokens * maximumMicroUsdPerToken });
  return {
    ...embeddings,
    embedTexts: (texts, purpose) =>
      budget.pay(most(mostTokens(texts)), () => embeddings.embedTexts(texts, purpose)),
    embedImages: (images) =>
      budget.pay(most(images.length * IMAGE_TOKENS), () => embeddings.embedImages(images)),
  };
}
