/**
 * The engines that the contract suites run on: always the embedded one, and the one at DYNAMODB_ENDPOINT when that is
 * set (DynamoDB Local, AWS). Each suite makes a table of its own and drops it.
 */
import {
  DeleteTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { table as inventoryTable } from '#infra/table.ts';
import { ensureTable, type EnsuredTable } from './create-table.ts';
import { startEngine, type Engine } from './engine.ts';

const external = process.env['DYNAMODB_ENDPOINT'];

/** For `describe.each`. */
export const engines: Array<{ name: string; endpoint?: string }> = [
  { name: 'the embedded engine' },
  ...(external ? [{ name: external, endpoint: external }] : []),
];
process.stdout.write(
  `DynamoDB contract: runs on ${engines.map(({ name }) => name).join(' and ')}` +
    (external ? '' : '; set DYNAMODB_ENDPOINT to run it on another engine as well') +
    '\n',
);

export class ContractTable {
  readonly table = { ...inventoryTable, name: `Contract-${randomUUID()}` };
  readonly name = this.table.name;
  readonly endpoint: string | undefined;
  engine!: Engine;
  client!: DynamoDBClient;
  ensured!: EnsuredTable;
  #dataDir = mkdtempSync(join(tmpdir(), 'contract-'));
  #partitions = 0;

  constructor(endpoint: string | undefined) {
    this.endpoint = endpoint;
  }

  async open(): Promise<void> {
    await this.restart();
    this.ensured = await ensureTable(this.client, this.table);
  }

  /** Ends the engine, if it is ours, and starts it on the same data. */
  async restart(): Promise<void> {
    if (this.engine) await this.engine.close();
    this.engine = await startEngine({
      dataDir: this.#dataDir,
      endpoint: this.endpoint,
      log: () => undefined,
    });
    this.client = new DynamoDBClient(this.engine);
  }

  async close(): Promise<void> {
    await this.client.send(new DeleteTableCommand({ TableName: this.name }));
    await this.engine.close();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  /** A partition of its own for each test. */
  partition(): string {
    return `TENANT#${(this.#partitions += 1)}`;
  }

  put(item: Record<string, unknown>) {
    return this.client.send(new PutItemCommand({ TableName: this.name, Item: marshall(item) }));
  }

  async get(PK: string, SK: string): Promise<Record<string, unknown> | undefined> {
    const Key = marshall({ PK, SK });
    const { Item } = await this.client.send(
      new GetItemCommand({ TableName: this.name, Key, ConsistentRead: true }),
    );
    return Item && unmarshall(Item);
  }

  query(extra: Partial<QueryCommandInput>) {
    return this.client.send(new QueryCommand({ TableName: this.name, ...extra }));
  }
}

/** What a promise was rejected with; undefined when it was not. */
export const caught = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );
