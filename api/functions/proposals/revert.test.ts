import { beforeEach, describe, expect, it } from 'vitest';
import type { Proposal } from '../../enrichment.ts';
import type { Item, Write } from '../../ports/table/port.ts';
import type { Key } from '../../resolvers/_lib/keys.ts';
import { acceptedAttributes, type ProposalPorts, type RevertRequest } from './request.ts';
import { createProposals, type ProposalsReply } from './proposals.ts';

const T = '01JZ5X8Q4M7N2P9R3S6T8V0W1X';
const FOREIGN = '01JZ5X8Q4M7N2P9R3S6T8V0W1Z';

const stored = new Map<string, Item>();
const nameOf = ({ PK, SK }: Key) => `${PK} ${SK}`;

/** A table of proposals that stand in nobody's fields: reverting one is a single put. */
const table = {
  get: async (key: Key) => stored.get(nameOf(key)) ?? null,
  page: async (query: {
    condition: { values?: Record<string, unknown> };
    limit?: number;
    startAfter?: Item;
  }) => {
    const { condition, limit = 100, startAfter } = query;
    const after = (startAfter?.createdId ?? '') as string;
    const among = [...stored.values()]
      .filter((item) => item.collection === condition.values?.[':of'] && (item.createdId as string) > after)
      .sort((one, other) => ((one.createdId as string) < (other.createdId as string) ? -1 : 1));
    const items = among.slice(0, limit);
    return { items, last: among.length > limit ? items.at(-1) : undefined };
  },
  transact: async (writes: readonly Write[]) => {
    for (const write of writes) if ('put' in write) stored.set(nameOf(write.put), write.put);
  },
};

const revert = createProposals({
  table: table as unknown as ProposalPorts['table'],
  now: () => 0,
  ulid: () => 'none',
  revertedAtOnce: 2,
});

function plant(tenantId: string, id: string, model: string, promptVersion = '1'): void {
  const proposal = {
    id,
    tenantId,
    projectId: 'P',
    entity: 'ASSET',
    entityId: 'A',
    field: 'ALT_TEXT',
    values: ['x'],
    state: 'ACCEPTED',
    automatic: true,
    receipt: { model, promptVersion },
    revision: 1,
  } as Proposal;
  const key = { PK: `TENANT#${tenantId}`, SK: `PROJECT#P#PROPOSAL#${id}` };
  stored.set(nameOf(key), { ...key, ...proposal, ...acceptedAttributes(proposal) });
}

const asked = (input: RevertRequest['input'], tenantId = T): RevertRequest => ({
  action: 'revert',
  tenantId,
  uid: T,
  via: 'graphql',
  requestId: 'request-1',
  input,
});

type Result = { result: { reverted: number; next: string | null } };
const resultOf = (reply: ProposalsReply) => (reply as unknown as Result).result;

const statesOf = (tenantId: string) =>
  [...stored.values()].filter((item) => item.tenantId === tenantId).map(({ state }) => state);

beforeEach(() => {
  stored.clear();
  for (const id of ['a', 'b', 'c', 'd', 'e']) plant(T, id, 'hasty@1');
  plant(T, 'f', 'other@1');
  plant(FOREIGN, 'a', 'hasty@1');
});

describe('taking back more than one call does', () => {
  it('goes on by its cursor until all are done, and touches no other model and tenant', async () => {
    const counts: number[] = [];
    let cursor: string | null = null;
    do {
      const { reverted, next }: Result['result'] = resultOf(
        await revert(asked({ model: 'hasty@1', cursor })),
      );
      counts.push(reverted);
      cursor = next;
    } while (cursor);

    expect(counts).toEqual([2, 2, 1]);
    expect(statesOf(T)).toEqual([...Array<string>(5).fill('REVERTED'), 'ACCEPTED']);
    expect(statesOf(FOREIGN)).toEqual(['ACCEPTED']);
  });

  it('goes on without a cursor as well: what was taken back is not met again', async () => {
    await revert(asked({ model: 'hasty@1' }));

    expect(resultOf(await revert(asked({ model: 'hasty@1' })))).toMatchObject({ reverted: 2 });
  });

  it('takes only one version of the instructions where that is asked for', async () => {
    plant(T, 'z', 'hasty@9', '2');

    const first = resultOf(await revert(asked({ model: 'hasty@9', promptVersion: '1' })));
    const second = resultOf(await revert(asked({ model: 'hasty@9', promptVersion: '2' })));

    expect([first.reverted, second.reverted]).toEqual([0, 1]);
  });

  it('stays within the tenant, whoever gave the cursor', async () => {
    const { next } = resultOf(await revert(asked({ model: 'hasty@1' })));
    await revert(asked({ model: 'hasty@1', cursor: next }, FOREIGN));

    expect(statesOf(T).filter((state) => state === 'REVERTED')).toHaveLength(2);
  });

  it.each(['x', 'W10', Buffer.from('{"a":1}').toString('base64url')])(
    'refuses the cursor %s',
    async (cursor) => {
      expect(await revert(asked({ model: 'hasty@1', cursor }))).toMatchObject({
        error: { type: 'BadInput', info: { field: 'input.cursor', received: cursor } },
      });
    },
  );
});
