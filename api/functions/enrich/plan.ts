/** First step: which parts there are to read. */
import { assetSk, tenantKey } from '../../resolvers/_lib/keys.ts';
import type { Item } from '../../ports/table/port.ts';
import { EnrichmentGone } from './failures.ts';
import type { EnrichPorts, Part, StepInput } from './ports.ts';
import { changeRun, enter } from './run.ts';
import { goneMessage, readSubject } from './subject.ts';

/** Parts of one run, at most: what a state carries stays a few kilobytes. */
export const MAX_PARTS = 50;

export interface Plan extends StepInput {
  /** The run's own id where nobody's request is known: the machine hands it to every part. */
  requestId: string;
  parts: Part[];
}

/** @throws EnrichmentGone, EnrichmentCancelled, EnrichmentOff */
export const createPlan =
  ({ table }: Pick<EnrichPorts, 'table'>) =>
  async (input: StepInput): Promise<Plan> => {
    const { run } = await enter(table, input);
    const { tenantId, enrichmentId, requestId = enrichmentId } = input;
    if (!(await readSubject(table, run))) throw new EnrichmentGone(goneMessage(run));
    const parts: Part[] = [{ entity: run.subject, id: run.entityId }];
    if (run.subject === 'PROJECT') parts.push(...(await readyAssets({ table }, tenantId, run.entityId)));
    if (parts.length > MAX_PARTS) {
      const problem = `${parts.length - MAX_PARTS} assets were left out: a run reads ${MAX_PARTS} parts. Enrich them one by one.`;
      await changeRun(table, input, ['RUNNING'], { problem });
    }
    return { tenantId, enrichmentId, requestId, parts: parts.slice(0, MAX_PARTS) };
  };

/** Assets whose files have been taken apart. One that is not ready yet is enriched by a run of its own. */
async function readyAssets(
  { table }: Pick<EnrichPorts, 'table'>,
  tenantId: string,
  projectId: string,
): Promise<Part[]> {
  const assets = new Map<string, Item>();
  const ready = new Set<string>();
  const { PK, SK } = tenantKey(tenantId, assetSk(projectId, ''));
  for await (const item of table.query({
    condition: {
      expression: 'PK = :pk AND begins_with(SK, :prefix)',
      values: { ':pk': PK, ':prefix': SK },
    },
    attributes: ['entity', 'id', 'deletedAt', 'problem', 'position'],
    consistent: true,
  })) {
    if (item.entity === 'asset' && !item.deletedAt) assets.set(item.id as string, item);
    if (item.entity === 'derived' && item.problem === undefined) ready.add(item.id as string);
  }
  return [...assets.values()]
    .filter(({ id }) => ready.has(id as string))
    .sort((one, other) => ((one.position as string) < (other.position as string) ? -1 : 1))
    .map(({ id }) => ({ entity: 'ASSET', id: id as string }));
}
