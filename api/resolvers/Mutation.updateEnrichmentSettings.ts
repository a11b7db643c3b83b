import type { Context } from '@aws-appsync/utils';
import type { EnrichmentSettingsInput, MutationUpdateEnrichmentSettingsArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { CHOICES, settingsKey, settingsView } from './_lib/enrichment.ts';
import { dataSourceFailed, versionConflict } from './_lib/errors.ts';
import { putAtVersion } from './_lib/requests.ts';
import { mutationUpdateEnrichmentSettingsArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';
import { held, pick, type Attributes } from './_lib/expression.ts';
import { stamp } from './_lib/write.ts';

/** Writes the whole choice anew, where it still stands as it was read. Nothing chosen is version 1. */
export function request(ctx: Context<MutationUpdateEnrichmentSettingsArgs>) {
  validate(mutationUpdateEnrichmentSettingsArguments, ctx.arguments, '');
  const { input, expectedVersion } = ctx.arguments;
  const { tenantId } = actor(ctx);
  const before = (ctx.stash.settings ?? null) as Attributes | null;
  const version = before === null ? 1 : (before.version as number);
  if (version !== expectedVersion) {
    versionConflict('choice of', tenantId, expectedVersion, version);
  }
  const chosen = held({ ...pick(before ?? {}, CHOICES), ...(input as Attributes), ...once(input) });
  const now = ctx.stash.now as string;
  const item = {
    ...chosen,
    ...stamp(ctx, now),
    entity: 'enrichmentSettings',
    id: tenantId,
    tenantId,
    version: version + 1,
    createdAt: before === null ? now : before.createdAt,
  };
  ctx.stash.item = item;
  return putAtVersion(settingsKey(tenantId), item, before === null ? null : version);
}

/** Lists of the input without what they name twice. */
function once({ automaticFields, vocabulary }: EnrichmentSettingsInput): Attributes {
  const lists: Attributes = {};
  if (automaticFields !== null && automaticFields !== undefined) {
    lists.automaticFields = automaticFields.filter((one, at) => automaticFields.indexOf(one) === at);
  }
  if (vocabulary !== null && vocabulary !== undefined) {
    lists.vocabulary = vocabulary.filter((one, at) => vocabulary.indexOf(one) === at);
  }
  return lists;
}

export function response(ctx: Context<MutationUpdateEnrichmentSettingsArgs>) {
  if (ctx.error) {
    if (ctx.error.type !== 'DynamoDB:ConditionalCheckFailedException') {
      dataSourceFailed(ctx.error, ctx.arguments);
    }
    const current = ((ctx.result ?? {}) as { version?: number }).version ?? 1;
    versionConflict('choice of', actor(ctx).tenantId, ctx.arguments.expectedVersion, current);
  }
  return settingsView(ctx.stash.item as Attributes, (ctx.stash.usage ?? null) as Attributes | null);
}
