/** Fifth step: proposals with their receipts, in items of their own. */
import { createHash } from 'node:crypto';
import type { Proposal } from '../../enrichment.ts';
import { causingRequest } from '../../observability/telemetry.ts';
import { TransactionCancelled, type Item } from '../../ports/table/port.ts';
import {
  assetSk,
  inspirationProposalSk,
  inspirationSk,
  projectProposalSk,
  projectSk,
  tenantKey,
  type Key,
} from '../../resolvers/_lib/keys.ts';
import { acceptedAttributes } from '../proposals/request.ts';
import type { KeptAnalysis } from './analyse.ts';
import { currentValues, newValues } from './current-values.ts';
import { draftsOf, type Draft } from './drafts.ts';
import { madeAgain } from './made-again.ts';
import type { EnrichPorts, PartResult, StepInput } from './ports.ts';
import { enter, type Run } from './run.ts';
import type { Choice } from './settings.ts';
import type { Source } from './source.ts';

export interface ProposeInput extends StepInput {
  results: PartResult[];
}

const ATTEMPTS = 3;

/**
 * The same proposal made again is the same item, and what a person has decided stays decided: an accepted one is
 * never written over; a refused one comes back only with other values, and never accepts itself.
 */
export function createPropose({ table, results, now }: Pick<EnrichPorts, 'table' | 'results' | 'now'>) {
  return async (input: ProposeInput): Promise<{ proposals: number }> => {
    const { run, choice } = await enter(table, input);
    const { tenantId } = input;
    const at = new Date(now()).toISOString();
    let proposals = 0;
    for (const { part, source: sourceName, analysis: analysisName } of input.results) {
      if (!sourceName) continue;
      const source = (await results.read(tenantId, sourceName)) as Source | null;
      if (!source) continue;
      const analysis = analysisName
        ? ((await results.read(tenantId, analysisName)) as KeptAnalysis | null)
        : null;
      const drafts = draftsOf(part, source, analysis, at);
      if (drafts.length === 0) continue;
      const key = entityKey(run, part);
      const entity = await table.get(key, { consistent: true });
      if (!entity || entity.deletedAt) continue;
      for (const draft of drafts) {
        const proposal = proposalOf(run, choice, draft, entity, at);
        if (proposal && (await put(proposal, key))) proposals += 1;
      }
    }
    return { proposals };
  };

  /** Answers whether it stands there now because of this run. Who decides meanwhile is heard: it is read again. */
  async function put(made: Proposal, entity: Key): Promise<boolean> {
    const { tenantId, projectId = '', inspirationId, id } = made;
    const sk = inspirationId ? inspirationProposalSk(inspirationId, id) : projectProposalSk(projectId, id);
    const key = tenantKey(tenantId, sk);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const stood = (await table.get(key, { consistent: true })) as (Item & Proposal) | null;
      const proposal = stood ? madeAgain(made, stood) : made;
      if (!proposal) return false;
      try {
        await table.transact([
          { check: entity, if: { expression: 'attribute_exists(PK) AND attribute_not_exists(deletedAt)' } },
          {
            put: {
              ...key,
              ...proposal,
              ...(proposal.state === 'ACCEPTED' && acceptedAttributes(proposal)),
              ...causingRequest(),
            },
            if: stood
              ? { expression: 'revision = :read', values: { ':read': stood.revision } }
              : { expression: 'attribute_not_exists(PK)' },
          },
        ]);
        return true;
      } catch (error) {
        if (!(error instanceof TransactionCancelled)) throw error;
        if (error.failed[0]) return false;
      }
    }
    return false;
  }
}

function entityKey({ tenantId, projectId, entityId }: Run, { entity, id }: PartResult['part']): Key {
  if (entity === 'INSPIRATION') return tenantKey(tenantId, inspirationSk(id));
  if (entity === 'PROJECT') return tenantKey(tenantId, projectSk(id));
  return tenantKey(tenantId, assetSk(projectId ?? entityId, id));
}

/**
 * Null where the draft says nothing that does not stand there already. A field that the tenant chose is accepted by
 * itself where nobody has written into it, and marked as such.
 */
function proposalOf(run: Run, choice: Choice, draft: Draft, entity: Item, at: string): Proposal | null {
  const current = currentValues(draft, entity);
  const values = newValues(draft.values, current);
  if (values.length === 0) return null;
  const automatic = current.length === 0 && choice.automaticFields.includes(draft.field);
  return {
    id: proposalId(draft),
    tenantId: run.tenantId,
    ...(run.subject === 'INSPIRATION'
      ? { inspirationId: run.entityId }
      : { projectId: run.projectId ?? run.entityId }),
    entity: draft.entity,
    entityId: draft.entityId,
    field: draft.field,
    values,
    state: automatic ? 'ACCEPTED' : 'PROPOSED',
    ...(automatic && { automatic, previousValues: null, decidedAt: at }),
    receipt: { ...draft.receipt, enrichmentId: run.id },
    createdAt: at,
    revision: 1,
  };
}

const proposalId = ({ entity, entityId, field, receipt: { model, promptVersion } }: Draft): string =>
  `${field}-${createHash('sha256')
    .update(JSON.stringify([entity, entityId, field, model, promptVersion]))
    .digest('hex')
    .slice(0, 16)}`;
