/** The function behind the mutations that publish, take down and delete what may be public. */
import { ItemTooLarge, type Item } from '../../ports/table/port.ts';
import { Problem, tooLarge } from './problem.ts';
import { deletePage, publishPage, unpublishPage } from './publish-page.ts';
import { deleteTenant, publishProfile, unpublishProfile } from './publish-profile.ts';
import { publishProject } from './publish-project.ts';
import type { PublicationPorts, PublicationRequest, Publishing } from './request.ts';
import { createTextRenderer } from './text-renderer.ts';
import { deleteProject, unpublishProject } from './unpublish-project.ts';

const ACTIONS: Record<string, (ports: Publishing, request: PublicationRequest) => Promise<Item>> = {
  publishProject,
  unpublishProject,
  deleteProject,
  publishPage,
  unpublishPage,
  deletePage,
  publishProfile,
  unpublishProfile,
  deleteTenant,
};

/** The draft as it is left, or a refusal that the resolver raises. */
export type PublicationReply =
  { item: Item } | { error: { type: string; message: string; info: Record<string, unknown> } };

export function createPublish(ports: PublicationPorts, texts = createTextRenderer()) {
  return async (request: PublicationRequest): Promise<PublicationReply> => {
    const act = ACTIONS[request.action];
    if (!act) throw new Error(`Unknown action of publish. Received: ${request.action}`);
    try {
      return { item: await act({ ...ports, render: texts.publication() }, request) };
    } catch (error) {
      const problem = error instanceof ItemTooLarge ? tooLarge(request.action) : error;
      if (!(problem instanceof Problem)) throw error;
      return { error: { type: problem.type, message: problem.message, info: problem.info } };
    }
  };
}
