import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { handler } from './to-events.lambda.ts';
import { toEvents } from './to-events.ts';

type Plain = string | number | boolean | null | string[] | { [key: string]: Plain };
type Item = Record<string, Plain>;

const value = (plain: Plain): AttributeValue => {
  if (plain === null) return { NULL: true };
  if (typeof plain === 'string') return { S: plain };
  if (typeof plain === 'boolean') return { BOOL: plain };
  if (typeof plain === 'number') return { N: String(plain) };
  if (Array.isArray(plain)) return { SS: plain };
  return { M: image(plain) };
};
const image = (item: Item): Record<string, AttributeValue> =>
  Object.fromEntries(Object.entries(item).map(([name, plain]) => [name, value(plain)]));

function record(before: Item | undefined, after: Item | undefined): DynamoDBRecord {
  const eventName = !before ? 'INSERT' : after ? 'MODIFY' : 'REMOVE';
  return {
    eventName,
    dynamodb: {
      ApproximateCreationDateTime: 1_700_000_000,
      OldImage: before && image(before),
      NewImage: after && image(after),
    },
  };
}

const item = (entity: string, extra: Item = {}): Item => ({
  PK: 'TENANT#t',
  SK: 'x',
  entity,
  id: 'e',
  tenantId: 't',
  version: 3,
  updatedAt: '2026-01-02T03:04:05.000Z',
  updatedBy: 'u',
  updatedVia: 'graphql',
  requestId: 'r',
  title: 'One',
  ...extra,
});
const project = (extra: Item = {}): Item => item('project', extra);
const asset = (extra: Item = {}): Item => item('asset', { projectId: 'p', ...extra });
const proposal = (extra: Item): Item =>
  item('ASSET', { SK: 'PROJECT#p#PROPOSAL#e', projectId: 'p', field: 'ALT_TEXT', ...extra });
const byItself = { state: 'ACCEPTED', automatic: true };
const published = { publishedAt: 'then', publishedVersion: 3 };

describe('what a record becomes', () => {
  test.each<[string, Item | undefined, Item | undefined, string[]]>([
    ['an item that appears is created', undefined, project(), ['project.created']],
    [
      'one that appears published is that as well',
      undefined,
      project(published),
      ['project.created', 'project.published'],
    ],
    [
      'an asset that appears uploaded is that as well',
      undefined,
      asset({ uploadedAt: 'now' }),
      ['asset.created', 'asset.uploaded'],
    ],
    ['a higher version is an update', project(), project({ version: 4, title: 'Two' }), ['project.updated']],
    ['a write without a new version is none', project(), project({ title: 'Two' }), []],
    ['bookkeeping is no change', project(), project({ updatedAt: 'later', card: { a: 'b' } }), []],
    ['a time of publication is publishing', project(), project(published), ['project.published']],
    [
      'a later time of publication is publishing again',
      project(published),
      project({ ...published, publishedAt: 'now' }),
      ['project.published'],
    ],
    [
      'publishing an edit at once is both',
      project(),
      project({ ...published, version: 4 }),
      ['project.updated', 'project.published'],
    ],
    [
      'editing what is published is an update',
      project(published),
      project({ ...published, version: 4 }),
      ['project.updated'],
    ],
    [
      'a published version that is gone is unpublishing',
      project(published),
      project(),
      ['project.unpublished'],
    ],
    [
      'a published version that became null is unpublishing',
      project(published),
      project({ ...published, publishedVersion: null }),
      ['project.unpublished'],
    ],
    ['an upload that is complete is uploaded', asset(), asset({ uploadedAt: 'now' }), ['asset.uploaded']],
    ['only assets are uploaded', project(), project({ uploadedAt: 'now' }), []],
    [
      'a tombstone is a deletion',
      project(published),
      project({ version: 4, deletedAt: 'now' }),
      ['project.deleted'],
    ],
    [
      'a tombstone that is touched again is nothing',
      project({ deletedAt: 'now' }),
      project({ deletedAt: 'now', version: 9 }),
      [],
    ],
    [
      'a tombstone that is taken back is a creation',
      project({ deletedAt: 'now' }),
      project({ version: 5 }),
      ['project.created'],
    ],
    ['an item that appears as a tombstone is nothing', undefined, project({ deletedAt: 'now' }), []],
    ['the removal after a tombstone is nothing', project({ deletedAt: 'now' }), undefined, []],
    ['a removal without one is a deletion', item('member'), undefined, ['member.deleted']],
    ['what a machine adds is processed', undefined, item('derived', { revision: 1 }), ['derived.processed']],
    [
      'what a machine changes is processed',
      item('derived', { revision: 1 }),
      item('derived', { revision: 2 }),
      ['derived.processed'],
    ],
    ['what a machine leaves alone is nothing', item('derived'), item('derived', { updatedAt: 'later' }), []],
    [
      'a run that is put is requested',
      undefined,
      item('enrichment', { state: 'REQUESTED' }),
      ['enrichment.requested'],
    ],
    [
      'a run that begins is nothing',
      item('enrichment', { state: 'REQUESTED' }),
      item('enrichment', { state: 'RUNNING', revision: 2 }),
      [],
    ],
    [
      'what a run takes is nothing',
      item('enrichment', { state: 'RUNNING' }),
      item('enrichment', { state: 'RUNNING', tokens: 9 }),
      [],
    ],
    [
      'a run that is over is processed',
      item('enrichment', { state: 'RUNNING' }),
      item('enrichment', { state: 'FAILED', revision: 3 }),
      ['enrichment.processed'],
    ],
    [
      'a run that is taken up again is nothing',
      item('enrichment', { state: 'FAILED' }),
      item('enrichment', { state: 'RUNNING', revision: 4 }),
      [],
    ],
    [
      'a run that a person stops is cancelled',
      item('enrichment', { state: 'RUNNING' }),
      item('enrichment', { state: 'CANCELLED' }),
      ['enrichment.cancelled'],
    ],
    ['a run that is removed is nothing', item('enrichment', { state: 'SUCCEEDED' }), undefined, []],
    ['a proposal is nothing', undefined, proposal({ state: 'PROPOSED' }), []],
    [
      'a proposal that is decided is nothing',
      proposal({ state: 'PROPOSED' }),
      proposal({ state: 'ACCEPTED' }),
      [],
    ],
    ['a proposal that stands by itself is nothing', undefined, proposal(byItself), []],
    [
      'a proposal that stood by itself and is taken back is an update',
      proposal(byItself),
      proposal({ state: 'REVERTED' }),
      ['proposal.updated'],
    ],
    [
      'a proposal that stood by itself and is rejected is an update',
      proposal(byItself),
      proposal({ ...byItself, state: 'REJECTED' }),
      ['proposal.updated'],
    ],
    [
      'a proposal that a person accepted and takes back is an update',
      proposal({ state: 'ACCEPTED' }),
      proposal({ state: 'REVERTED' }),
      ['proposal.updated'],
    ],
    [
      'a proposal that is open and is rejected is nothing',
      proposal({ state: 'PROPOSED' }),
      proposal({ state: 'REJECTED' }),
      [],
    ],
    ['a proposal that is removed is nothing', proposal(byItself), undefined, []],
    [
      'what looks like a proposal elsewhere is nothing',
      undefined,
      item('PROJECT', { field: 'TAGS', state: 'PROPOSED' }),
      [],
    ],
    [
      'a decided proposal is nothing',
      item('PROJECT', { field: 'TAGS', state: 'PROPOSED' }),
      item('PROJECT', { field: 'TAGS', state: 'ACCEPTED', revision: 2 }),
      [],
    ],
    ['a claim is nothing', undefined, { PK: 'TENANT#t', SK: 'SLUG#s', id: 'e', tenantId: 't' }, []],
    ['an unknown entity is nothing', undefined, item('token'), []],
    ['an item that does not say whose it is is nothing', undefined, { entity: 'project', id: 'e' }, []],
  ])('%s', (_name, before, after, types) => {
    expect(toEvents(record(before, after)).map((event) => event.type)).toEqual(types);
  });
});

describe('what an event says', () => {
  test('everything that the item knows about its change', () => {
    const [event] = toEvents(record(asset(), asset({ version: 4, title: 'Two' })));

    expect(event).toEqual({
      id: 'e#4',
      type: 'asset.updated',
      tenantId: 't',
      entity: 'asset',
      entityId: 'e',
      projectId: 'p',
      version: 4,
      changed: ['title'],
      by: 'u',
      via: 'graphql',
      requestId: 'r',
      at: '2026-01-02T03:04:05.000Z',
    });
  });

  test('a project is its own project', () => {
    expect(toEvents(record(undefined, project()))[0]).toMatchObject({ projectId: 'e' });
  });

  test("a machine's work counts by its revision", () => {
    const [event] = toEvents(record(undefined, item('derived', { revision: 7 })));

    expect(event).toMatchObject({ id: 'e#7', version: 7 });
  });

  test('a removal names nobody and takes its time from the stream', () => {
    const [event] = toEvents(record(item('member'), undefined));

    expect(event).toMatchObject({ id: 'e#3', at: '2023-11-14T22:13:20.000Z' });
    expect(event).not.toHaveProperty('by');
  });

  test.each<[string, Item, Item, string[]]>([
    ['added and removed', { a: 1 }, { b: 1 }, ['a', 'b']],
    ['nested', { a: { b: 1 } }, { a: { b: 2 } }, ['a']],
    ['of another type', { a: 1 }, { a: '1' }, ['a']],
    ['not in another order of keys', { a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }, []],
    ['not in another order of a set', { a: ['x', 'y'] }, { a: ['y', 'x'] }, []],
    ['not the keys of lists', { recentShard: 'a', order: 'b' }, { recentShard: 'c', order: 'd' }, []],
  ])('what changed: %s', (_name, before, after, changed) => {
    const [event] = toEvents(record(project(before), project({ ...after, version: 4 })));

    expect(event?.changed).toEqual(changed);
  });

  test('the pipe gets the events of all its records in their order', async () => {
    const events = await handler([
      record(undefined, project()),
      record(project(), project()),
      record(project(), undefined),
    ]);

    expect(events.map((event) => event.type)).toEqual(['project.created', 'project.deleted']);
  });
});
