import type { Proposal, ProposalState } from '../../types.gen.ts';
import { inspirationProposalSk, projectProposalSk, tenantKey, type Key } from './keys.ts';
import { targetOf } from './proposal-target.ts';

type Item = Record<string, unknown>;

/** Where a proposal is listed. */
export interface ProposalArguments {
  projectId?: string;
  inspirationId?: string;
  id: string;
}

export function proposalKey(tenantId: string, { projectId, inspirationId, id }: ProposalArguments): Key {
  const sk =
    inspirationId === undefined
      ? projectProposalSk(projectId ?? '', id)
      : inspirationProposalSk(inspirationId, id);
  return tenantKey(tenantId, sk);
}

/** The proposal as the API shows it, with what accepting it changes. */
export function proposalView(item: Item): Proposal {
  const proposal = item as unknown as Proposal;
  const target = targetOf(proposal);
  return {
    ...proposal,
    targetEntity: target.entity,
    targetId: proposal.targetId ?? target.id,
    targetField: target.field,
    automatic: proposal.automatic === true,
  };
}

/** Those of a page that stand as asked for; all of them where that is not said. */
export function standing(items: Item[], state: ProposalState | null | undefined): Proposal[] {
  return items
    .filter((item) => state === null || state === undefined || item.state === state)
    .map((item) => proposalView(item));
}
