/**
 * Everything of a tenant, written while another process publishes as well. What was read here may be old by the time that
 * it is written, so it is looked at again: the present state has the last word. A look at one entity lasts far less than
 * the delay between a change and its event, so the other process comes after it.
 */
import { createHash } from 'node:crypto';
import type { Crew } from './crew.ts';
import { publishEntity, type Tools } from './entities.ts';
import { mastheadOf, movedNames, type Owner } from './outputs.ts';
import type { EntityRecord } from './records.ts';
import { type Document, SHAPES, standing } from './shapes.ts';
import { publishOverview, publishWhole } from './tenants.ts';

/** Times that a tenant whose masthead changes all the time is written as a whole. */
const ATTEMPTS = 3;

export interface Beside {
  tools: Tools;
  crew: Crew;
  /** The tenant as it is now, or null when it is not public. */
  owner: (tenantId: string) => Promise<Owner | null>;
  /** Removes what stands of a tenant that is not public. Answers the paths that were there. */
  takeDown: (tenantId: string) => Promise<string[]>;
  onPages: (changed: string[], pages: number) => void;
}

/** @throws Error of a page that could not be rendered or written */
export async function publishBeside(parts: Beside, tenantId: string): Promise<void> {
  const { tools, crew, onPages, takeDown } = parts;
  for (let left = ATTEMPTS; ; left -= 1) {
    const owner = await parts.owner(tenantId);
    if (!owner) return onPages(await takeDown(tenantId), 0);
    const moved = movedNames(await tools.content.redirects(tenantId));
    const read = new Map<string, Read>();
    await publishWhole(tools, owner, crew, onPages, ({ kind, text }) => {
      const { id, record } = standing(SHAPES[kind], JSON.parse(text) as Document, moved);
      read.set(id, { kind, hash: hashOf(text), record });
    });
    const now = await parts.owner(tenantId);
    if (now && mastheadOf(now) !== mastheadOf(owner) && left > 1) continue;
    if (!now) return onPages(await takeDown(tenantId), 0);
    const others = await changedSince(tools, tenantId, read);
    for (const { kind, id } of others)
      onPages(await publishEntity(tools, kind, now, id, null, async () => undefined), 1);
    if (others.length > 0) onPages(await publishOverview(tools, now, tools.write), 0);
    return;
  }
}

/** A document as it was read. */
interface Read {
  kind: 'project' | 'page';
  hash: string;
  record: EntityRecord;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/** What is not as it was read, and what is noted and is no longer public. */
async function changedSince(
  { content, records }: Tools,
  tenantId: string,
  read: ReadonlyMap<string, Read>,
): Promise<Array<{ kind: 'project' | 'page'; id: string }>> {
  const changed: Array<{ kind: 'project' | 'page'; id: string }> = [];
  const present = new Set<string>();
  for await (const { kind, text } of content.documents(tenantId)) {
    const { id } = JSON.parse(text) as { id: string };
    present.add(id);
    if (read.get(id)?.hash !== hashOf(text)) changed.push({ kind, id });
  }
  for (const [id, { kind, record }] of read) {
    // Whoever took it down took its note away as well, maybe before its page was written here.
    if (!present.has(id)) await records.writeEntity(kind, tenantId, id, record);
  }
  for (const kind of ['project', 'page'] as const)
    for await (const id of records.entities(kind, tenantId)) if (!present.has(id)) changed.push({ kind, id });
  return changed;
}
