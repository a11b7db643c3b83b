/** The function behind the mutations that take proposals over and back. */
import type { Item } from '../../ports/table/port.ts';
import type { RevertedProposals } from '../../types.gen.ts';
import { Problem } from '../publish/problem.ts';
import { accept } from './accept.ts';
import type { AcceptRequest, ProposalPorts, RevertRequest } from './request.ts';
import { revert } from './revert.ts';

/** What came of it, or a refusal that the resolver raises. */
export type ProposalsReply =
  | { result: Item | RevertedProposals }
  | { error: { type: string; message: string; info: Record<string, unknown> } };

export function createProposals(ports: ProposalPorts) {
  return async (request: AcceptRequest | RevertRequest): Promise<ProposalsReply> => {
    try {
      const result =
        request.action === 'accept' ? await accept(ports, request) : await revert(ports, request);
      return { result };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { error: { type: error.type, message: error.message, info: error.info } };
    }
  };
}
