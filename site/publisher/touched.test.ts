import { describe, expect, it } from 'vitest';
import { ACTIONS, type ChangeEvent, ENTITIES, type EventType } from '#api/events.ts';
import { type Job, tasksOf, touched } from './touched.ts';

const event = (type: EventType, entityId = 'E', tenantId = 'T'): ChangeEvent => ({
  id: `${entityId}#1`,
  type,
  tenantId,
  entity: type.split('.')[0] as ChangeEvent['entity'],
  entityId,
  version: 1,
  changed: ['title'],
  at: '2026-01-01T00:00:00.000Z',
});

const JOBS: Partial<Record<EventType, Job>> = Object.fromEntries(
  ['published', 'unpublished', 'deleted'].flatMap((action) => [
    [`profile.${action}`, { kind: 'tenant', tenantId: 'T' }],
    [`project.${action}`, { kind: 'project', tenantId: 'T', id: 'E' }],
    [`page.${action}`, { kind: 'page', tenantId: 'T', id: 'E' }],
  ]),
);

describe('what an event touches', () => {
  it.each(ENTITIES.flatMap((entity) => ACTIONS.map((action): EventType => `${entity}.${action}`)))(
    '%s',
    (type) => {
      expect(touched(event(type))).toEqual(JOBS[type] ?? null);
    },
  );
});

describe('tasks of a batch', () => {
  it('look at each entity once, with all events that asked for it', () => {
    const events = [
      event('project.published', 'A'),
      event('project.unpublished', 'A'),
      event('page.published', 'P'),
    ];
    const tasks = tasksOf([...events, event('log.created', 'L')]).get('T')!;
    expect(tasks.map((task) => task.events)).toEqual([[events[0], events[1]], [events[2]]]);
  });

  it('bring a tenant before its parts, and keep tenants apart', () => {
    const tasks = tasksOf([
      event('project.published', 'A'),
      event('profile.published', 'T'),
      event('project.published', 'B', 'U'),
    ]);
    expect(tasks.get('T')!.map(({ job }) => job.kind)).toEqual(['tenant', 'project']);
    expect([...tasks.keys()]).toEqual(['T', 'U']);
  });
});
