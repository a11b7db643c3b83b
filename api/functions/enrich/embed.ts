/** Fourth step, for each part: vectors of what was read, kept for the search index. States never carry them. */
import { keepEmbeddings } from '../../ports/results/kept-embeddings.ts';
import { createBudget } from './budget.ts';
import type { PartOutput } from './extract.ts';
import type { EnrichPorts } from './ports.ts';
import { enter } from './run.ts';
import { textOf, type Source } from './source.ts';

const CHARACTERS_PER_TOKEN = 2;
const IMAGE_TOKENS = 2000;

/** @throws ModelUnavailable, BudgetExhausted, EnrichmentOff, EnrichmentCancelled */
export function createEmbed(ports: EnrichPorts) {
  const { table, results, media, models } = ports;
  return async (input: PartOutput): Promise<void> => {
    const { choice } = await enter(table, input);
    const { tenantId } = input;
    const source = (await results.read(tenantId, input.source ?? '')) as Source | null;
    if (!source || source.kind === 'SPEECH') return;
    const embeddings = await models.embeddings();
    const kept = keepEmbeddings(embeddings, results);
    const budget = createBudget(ports, input, choice);
    if (source.kind === 'IMAGE') {
      const object = await media.read(source.key);
      if (!object) return;
      const most = { tokens: IMAGE_TOKENS, microUsd: IMAGE_TOKENS * models.maximumMicroUsdPerToken };
      await budget.pay(most, () => kept.images(tenantId, [object.bytes]));
      return;
    }
    const text = textOf(source).slice(0, embeddings.text.maxCharacters);
    const tokens = Math.ceil(text.length / CHARACTERS_PER_TOKEN);
    const most = { tokens, microUsd: tokens * models.maximumMicroUsdPerToken };
    await budget.pay(most, () => kept.texts(tenantId, [text]));
  };
}
