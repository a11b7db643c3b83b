/** Compares what was noted with what is public, after a gap in the events. Renders only what differs. */
import { publishEntity, type Tools } from './entities.ts';
import { type Document, SHAPES, standing } from './shapes.ts';
import { mastheadOf, movedNames, type Owner } from './outputs.ts';

/** What a tenant needs. */
export interface Difference {
  /** Its front page, or all of it. */
  whole: boolean;
  overview: boolean;
  /** Entities to look at: missing, stale, or no longer public. */
  entities: Array<{ kind: 'project' | 'page'; id: string }>;
}

/** Finds what differs. Reads every public document and every note of the tenant once. */
export async function differenceOf({ content, records }: Tools, owner: Owner): Promise<Difference> {
  const { tenantId, profile } = owner;
  const record = await records.tenant(tenantId);
  const moved = movedNames(await content.redirects(tenantId));
  const seen = { project: new Set<string>(), page: new Set<string>() };
  const entities: Difference['entities'] = [];
  for await (const { kind, text } of content.documents(tenantId)) {
    const { id, record: wanted } = standing(SHAPES[kind], JSON.parse(text) as Document, moved);
    seen[kind].add(id);
    const noted = await records.entity(kind, tenantId, id);
    if (JSON.stringify(noted) !== JSON.stringify(wanted)) entities.push({ kind, id });
  }
  for (const kind of ['project', 'page'] as const)
    for await (const id of records.entities(kind, tenantId))
      if (!seen[kind].has(id)) entities.push({ kind, id });
  return {
    whole: record?.masthead !== mastheadOf(owner),
    overview: record?.version !== profile.version || record.publishedAt !== profile.publishedAt,
    entities,
  };
}

/** Looks at every entity of a difference again. */
export async function settle(
  tools: Tools,
  owner: Owner,
  { entities }: Difference,
  lists: () => Promise<void>,
): Promise<string[]> {
  const changed: string[] = [];
  for (const { kind, id } of entities)
    changed.push(...(await publishEntity(tools, kind, owner, id, null, lists)));
  return changed;
}
