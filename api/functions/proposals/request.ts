import type { Proposal } from '../../enrichment.ts';
import type { Table } from '../../ports/table/port.ts';
import { tenantCollection, type Key } from '../../resolvers/_lib/keys.ts';
import type { AcceptProposalInput, RevertProposalsInput } from '../../types.gen.ts';

/** What the pipeline hands over once it has authorised. */
interface Person {
  tenantId: string;
  uid: string;
  via: string;
  requestId: string;
}

export interface AcceptRequest extends Person {
  action: 'accept';
  projectId?: string;
  inspirationId?: string;
  id: string;
  input: AcceptProposalInput;
}

export interface RevertRequest extends Person {
  action: 'revert';
  input: RevertProposalsInput;
}

export interface ProposalPorts {
  table: Pick<Table, 'get' | 'page' | 'transact'>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** A new ULID. */
  ulid: () => string;
  /** Proposals that one call takes back at most. */
  revertedAtOnce?: number;
}

/** A proposal with its key. */
export type ProposalItem = Proposal & Key;

/** Who changed an item, how and when. */
export const stampOf = ({ uid, via, requestId }: Person, at: string) => ({
  updatedAt: at,
  updatedBy: uid,
  updatedVia: via,
  requestId,
});

/** The collection of what was accepted from one model. */
export const acceptedCollection = (tenantId: string, model: string): string =>
  tenantCollection(tenantId, `ACCEPTED#${model}`);

/** Attributes by which an accepted proposal is found when everything of its model is taken back. */
export const acceptedAttributes = ({ tenantId, id, receipt, projectId, inspirationId }: Proposal) => ({
  collection: acceptedCollection(tenantId, receipt.model),
  createdId: `${projectId ?? inspirationId ?? ''}#${id}`,
  card: { promptVersion: receipt.promptVersion },
});
