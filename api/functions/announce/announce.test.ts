import { expect, test } from 'vitest';
import type { ChangeEvent } from '../../events.ts';
import type { Item } from '../../ports/table/port.ts';
import { createAnnounce } from './announce.ts';

const event = (fields: Partial<ChangeEvent>): ChangeEvent => ({
  id: 'E#2',
  type: 'project.updated',
  tenantId: 'T',
  entity: 'project',
  entityId: 'E',
  version: 2,
  changed: ['title'],
  at: '2026-01-01T00:00:00.000Z',
  ...fields,
});

/** What is called for an event when the project is as given. */
async function announced(change: ChangeEvent, project: Item | null = null) {
  const calls: Array<{ query: string; input: Record<string, unknown> }> = [];
  const announce = createAnnounce({
    table: { get: async () => project },
    call: async (query, { input }) => void calls.push({ query, input: input as Record<string, unknown> }),
  });
  await announce(change);
  expect(calls).toHaveLength(1);
  return calls[0]!;
}

test.each([
  ['project.created', 'CREATED'],
  ['project.updated', 'UPDATED'],
  ['project.deleted', 'DELETED'],
  ['project.published', 'PUBLISHED'],
  ['project.unpublished', 'UNPUBLISHED'],
  ['asset.uploaded', 'UPDATED'],
  ['derived.processed', 'PROCESSED'],
] as const)('%s is told as %s', async (type, told) => {
  expect((await announced(event({ type }))).input.type).toBe(told);
});

test('a change within a project is told with its card as it stands', async () => {
  const project = {
    id: 'P',
    tenantId: 'T',
    slug: 's',
    title: 'Now',
    visibility: 'LISTED',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-02T00:00:00.000Z',
    version: 3,
    publishedVersion: 2,
    body: 'long',
  };
  const { query, input } = await announced(event({ entity: 'log', entityId: 'L', projectId: 'P' }), project);
  expect(query).toContain('announceProject');
  expect(input).toMatchObject({ entity: 'log', projectId: 'P', project: { title: 'Now', medium: null } });
  expect(input.project).not.toHaveProperty('body');
});

test.each([
  ['is gone', null],
  ['is being removed', { id: 'P', version: 3, deletedAt: 'now' }],
  ['lacks what a card must have', { id: 'P', tenantId: 'T', slug: 's', title: 'Now', version: 3 }],
])('a project that %s is told without a card', async (_, project) => {
  expect((await announced(event({ projectId: 'P' }), project)).input.project).toBeNull();
});

test('what belongs to no project is told to the tenant', async () => {
  const { query, input } = await announced(event({ entity: 'page', type: 'page.created' }));
  expect(query).toContain('announceTenant');
  expect(input).toMatchObject({ tenantId: 'T', entity: 'page', type: 'CREATED' });
});

test("a machine's work on an asset is told as the asset's", async () => {
  const { input } = await announced(event({ entity: 'derived', type: 'derived.processed', projectId: 'P' }));
  expect(input.entity).toBe('asset');
});
