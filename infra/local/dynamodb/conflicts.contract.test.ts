/** Transactions that meet on one item, through the port: each is made, and made once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTable } from '#api/ports/table/aws.ts';
import { TransactionCancelled, type Table } from '#api/ports/table/port.ts';
import { caught, ContractTable, engines } from './contract-table.ts';

const AT_ONCE = 12;

describe.each(engines)('DynamoDB on $name: transactions that meet', ({ endpoint }) => {
  const on = new ContractTable(endpoint);
  let table: Table;
  beforeAll(async () => {
    await on.open();
    table = createTable({ client: on.client, tableName: on.name });
  });
  afterAll(() => on.close());

  const count = (PK: string, by: number) =>
    table.transact([
      {
        update: { PK, SK: 'count' },
        set: { expression: 'ADD #n :by', names: { '#n': 'n' }, values: { ':by': by } },
      },
      { put: { PK, SK: 'last', by } },
    ]);

  test('are all made, also when they are the same to the byte', async () => {
    const PK = on.partition();

    await Promise.all(Array.from({ length: AT_ONCE }, () => count(PK, 1)));

    expect((await on.get(PK, 'count'))?.['n']).toBe(AT_ONCE);
  });

  test('are all made beside single updates of the same item', async () => {
    const PK = on.partition();
    const one = { expression: 'ADD #n :by', names: { '#n': 'n' }, values: { ':by': 1 } };

    await Promise.all(
      Array.from({ length: AT_ONCE }, (_, at) =>
        at % 2 === 0 ? count(PK, 1) : table.update({ PK, SK: 'count' }, one),
      ),
    );

    expect((await on.get(PK, 'count'))?.['n']).toBe(AT_ONCE);
  });

  test('of which one may win leave the others with a failed condition', async () => {
    const PK = on.partition();
    const claim = (by: number) =>
      table.transact([{ put: { PK, SK: 'claim', by }, if: { expression: 'attribute_not_exists(PK)' } }]);

    const errors = await Promise.all(Array.from({ length: AT_ONCE }, (_, by) => caught(claim(by))));

    expect(errors.filter((error) => error === undefined)).toHaveLength(1);
    expect(errors.filter((error) => error instanceof TransactionCancelled)).toHaveLength(AT_ONCE - 1);
  });
});
