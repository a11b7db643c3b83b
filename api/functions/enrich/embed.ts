/**
 * Fourth step, for each part: the vectors that the search index will ask for, computed within the tenant's limits and
 * kept among the results. States never carry them.
 */
import { embeddedText, isRead } from '../embed/embedded-text.ts';
import { paidEmbeddings } from '../embed/paid-embeddings.ts';
import { imageVectors, textVectors } from '../embed/vectors.ts';
import { ownChanges } from '../index-content/own-source.ts';
import type { OwnEntity } from '../index-content/own-documents.ts';
import { createBudget } from './budget.ts';
import type { PartOutput } from './extract.ts';
import type { ModelPorts, Part } from './ports.ts';
import { enter } from './run.ts';

const ENTITIES: Record<Part['entity'], OwnEntity> = {
  PROJECT: 'project',
  ASSET: 'asset',
  INSPIRATION: 'inspiration',
};

/** @throws ModelUnavailable, BudgetExhausted, EnrichmentOff, EnrichmentCancelled */
export function createEmbed(ports: ModelPorts<'embeddings'>) {
  const { table, results, media, models } = ports;
  return async (input: PartOutput): Promise<void> => {
    const { run, choice } = await enter(table, input);
    const { tenantId, part } = input;
    const target = { tenantId, entity: ENTITIES[part.entity], id: part.id };
    const projectId = run.projectId ?? run.entityId;
    const [state] = await ownChanges(table, [{ ...target, projectId }]);
    if (!state || !('document' in state)) return;

    const budget = createBudget(ports, input, choice);
    const { maximumMicroUsdPerToken } = models;
    const model = await models.embeddings();
    // What costs nothing is asked as it is, as it is for search.
    const embeddings =
      maximumMicroUsdPerToken === 0 ? model : paidEmbeddings(model, budget, maximumMicroUsdPerToken);
    const vectors = { embeddings: () => Promise.resolve(embeddings), media, results };
    if (isRead(state.document, embeddings.text)) {
      const text = embeddedText(state.document, embeddings.text.maxCharacters);
      await textVectors(vectors, [{ tenantId, input: text }]);
    }
    const picture = state.picture === undefined ? null : await media.read(state.picture);
    if (picture) await imageVectors(vectors, [{ tenantId, input: picture.bytes }]);
  };
}
