import type { Context } from '@aws-appsync/utils';
import { actor } from './actor.ts';
import { dataSourceFailed, fail } from './errors.ts';

/** What the function `publish` answers: the draft as it left it, or an error of `api/errors.ts`. */
interface PublicationResult {
  item?: Record<string, unknown>;
  error?: { type: string; message: string; info: Record<string, unknown> };
}

/** Hands publishing to the function that can render Markdown and page a whole project. */
export function publicationRequest(ctx: Context, action: string, id: string, expectedVersion: number) {
  const { tenantId, uid, via, requestId } = actor(ctx);
  return {
    operation: 'Invoke' as const,
    payload: { action, tenantId, id, expectedVersion, uid, via, requestId },
  };
}

/** The draft as the function left it. */
export function publication(ctx: Context): Record<string, unknown> {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const { item, error } = ctx.result as PublicationResult;
  if (error) {
    fail(error.type, error.message, error.info);
  }
  return item ?? {};
}
