import { expect, test } from 'vitest';
import type { ChangeEvent, EventType } from '../../events.ts';
import { targetsOf } from './targets.ts';
import { publicVersion } from './versions.ts';

const event = (type: EventType, entityId = 'X1', projectId?: string): ChangeEvent => ({
  id: `${entityId}#1`,
  type,
  tenantId: 'T1',
  entity: type.split('.')[0] as ChangeEvent['entity'],
  entityId,
  ...(projectId !== undefined && { projectId }),
  version: 1,
  changed: [],
  at: '',
});
const NONE = { own: [], public: [], portfolios: [] };
const own = (entity: string, projectId?: string) => ({
  tenantId: 'T1',
  entity,
  id: 'X1',
  ...(projectId !== undefined && { projectId }),
});

test.each<{ type: EventType; projectId?: string; is: object }>([
  { type: 'project.created', projectId: 'X1', is: { own: [own('project')] } },
  { type: 'project.updated', projectId: 'X1', is: { own: [own('project')] } },
  { type: 'project.published', projectId: 'X1', is: { public: [own('project')] } },
  { type: 'project.unpublished', projectId: 'X1', is: { public: [own('project')] } },
  { type: 'project.deleted', projectId: 'X1', is: { own: [own('project')], public: [own('project')] } },
  { type: 'page.updated', is: { own: [own('page')] } },
  { type: 'page.published', is: { public: [own('page')] } },
  { type: 'page.deleted', is: { own: [own('page')], public: [own('page')] } },
  { type: 'log.updated', projectId: 'P1', is: { own: [own('log', 'P1')] } },
  { type: 'asset.uploaded', projectId: 'P1', is: { own: [own('asset', 'P1')] } },
  { type: 'derived.processed', projectId: 'P1', is: { own: [own('asset', 'P1')] } },
  { type: 'inspiration.deleted', is: { own: [own('inspiration')] } },
  { type: 'profile.updated', is: {} },
  { type: 'profile.published', is: { portfolios: ['T1'] } },
  { type: 'profile.deleted', is: { portfolios: ['T1'] } },
  { type: 'member.updated', is: {} },
])('$type says where to look', ({ type, projectId, is }) => {
  expect(targetsOf([event(type, 'X1', projectId)])).toEqual({ ...NONE, ...is });
});

test('what is named by several events is looked at once', () => {
  const events = [event('project.created'), event('project.updated'), event('project.updated', 'X2')];

  expect(targetsOf(events).own.map(({ id }) => id)).toEqual(['X1', 'X2']);
});

test('versions of what is public grow with each publication, taking down, and change of its portfolio', () => {
  const history = [
    publicVersion(1, true, 1),
    publicVersion(1, true, 2),
    publicVersion(1, false, 2),
    publicVersion(2, false, 2),
    publicVersion(3, true, 2),
    publicVersion(3, true, 900_000),
    publicVersion(4, true, 900_000),
  ];

  expect(history).toEqual([...new Set(history)].toSorted((a, b) => a - b));
  expect(publicVersion(2 ** 31, false, 2 ** 20 - 1)).toBeLessThan(Number.MAX_SAFE_INTEGER);
});
