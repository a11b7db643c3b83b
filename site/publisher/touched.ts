/** Which work a change of the table gives the publisher. Pure: events in, jobs out. */
import type { ChangeEvent } from '#api/events.ts';

/** What to look at again. A job names an entity; what to do about it follows from its public state. */
export type Job =
  { kind: 'tenant'; tenantId: string } | { kind: 'project' | 'page'; tenantId: string; id: string };

const PUBLIC_ACTIONS = new Set(['published', 'unpublished', 'deleted']);

/** The job of one event; null when nothing public can have changed. Drafts touch no page. */
export function touched(event: ChangeEvent): Job | null {
  const { entity, entityId, tenantId } = event;
  if (!PUBLIC_ACTIONS.has(event.type.slice(entity.length + 1))) return null;
  if (entity === 'profile') return { kind: 'tenant', tenantId };
  return entity === 'project' || entity === 'page' ? { kind: entity, tenantId, id: entityId } : null;
}

/** A job and the events that asked for it. */
export interface Task {
  job: Job;
  events: ChangeEvent[];
}

/**
 * Puts events together that ask for the same: each entity is looked at once. A tenant comes before its parts.
 * @returns tasks by tenant
 */
export function tasksOf(events: readonly ChangeEvent[]): Map<string, Task[]> {
  const tasks = new Map<string, Task>();
  for (const event of events) {
    const job = touched(event);
    if (!job) continue;
    const key = JSON.stringify(job);
    const task = tasks.get(key) ?? { job, events: [] };
    task.events.push(event);
    tasks.set(key, task);
  }
  const ordered = [...tasks.values()].sort(
    (a, b) => Number(b.job.kind === 'tenant') - Number(a.job.kind === 'tenant'),
  );
  return Map.groupBy(ordered, ({ job }) => job.tenantId);
}
