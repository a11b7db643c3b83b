/** The enrichment machine over a table and a folder of its own, with models that a test makes up. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import type { Analysis, TextAnalysis } from '#api/ports/analysis/port.ts';
import { derivedKey } from '#api/ports/media-store/keys.ts';
import { createLocalMediaStore } from '#api/ports/media-store/local.ts';
import type { MediaStore } from '#api/ports/media-store/port.ts';
import { createResults } from '#api/ports/results/media-store.ts';
import { sha256 } from '#api/ports/results/question.ts';
import { createTable } from '#api/ports/table/aws.ts';
import type { Item, Table } from '#api/ports/table/port.ts';
import type { EnrichmentRun, EnrichmentSettings, Proposal } from '#api/enrichment.ts';
import type { ChangeEvent } from '#api/events.ts';
import { observed } from '#api/observability/observed.ts';
import type { Telemetry } from '#api/observability/telemetry.ts';
import type { EnrichPorts, Models, Readers } from '#api/functions/enrich/ports.ts';
import { newRun, type Run } from '#api/functions/enrich/run.ts';
import { createStart } from '#api/functions/enrich/start.ts';
import { assetSk, derivedSk, enrichmentSk, projectSk, tenantKey, usageSk } from '#api/resolvers/_lib/keys.ts';
import { enrichMachines } from '#infra/inventory/enrichment.ts';
import { table as tableRow } from '#infra/table.ts';
import { createDynamoClient } from '../dynamodb/client.ts';
import { ensureTable } from '../dynamodb/create-table.ts';
import { startEngine } from '../dynamodb/engine.ts';
import { enrichSteps } from '../enrichment.ts';
import { createLocalStateMachines, type LocalStateMachines } from './state-machines.ts';
import type { TaskFunction } from './task.ts';

const ROOT = join(import.meta.dirname, '../../..');
export const NOW = Date.parse('2026-03-04T05:06:07.000Z');
export const MONTH = '2026-03';

/** Nothing of a model: what a fake leaves out. */
export const NO_USAGE = { inputTokens: 0, outputTokens: 0, microUsd: 0 };
const never = (what: string) => () => Promise.reject(new Error(`A test did not expect ${what}.`));

/** A picture in which nothing is found. */
const noImage = {
  result: { palette: [], objects: [] },
  usage: NO_USAGE,
  model: 'fake-image@1',
  promptVersion: '1',
};

/** Tokens that a fake says it may take beside a text, about as many as a language model. */
const MOST = 12_000;

export const fakeAnalysis = (
  analyseText: Analysis['analyseText'],
  analyseImage: Analysis['analyseImage'] = () => Promise.resolve(noImage),
): Models['analysis'] => {
  const analysis = {
    textModel: 'fake-text@1',
    imageModel: 'fake-image@1',
    promptVersion: '1',
    mostOfText: ({ title = '', text }: { title?: string; text: string }) => MOST + title.length + text.length,
    mostOfImage: () => MOST,
    analyseText,
    analyseImage,
  };
  return () => Promise.resolve(analysis);
};

export const answerOf = (result: Partial<TextAnalysis>, tokens = 100) => ({
  result: { tags: [], freeTags: [], people: [], places: [], ...result },
  usage: { inputTokens: tokens, outputTokens: 0, microUsd: tokens },
  model: 'fake-text@1',
  promptVersion: '1',
});

export const fakeEmbeddings: Models['embeddings'] = () => {
  const model = { id: 'fake-embedding@1', dimensions: 2, maxCharacters: 1000 };
  const embed = (inputs: readonly unknown[]) =>
    Promise.resolve({ vectors: inputs.map(() => new Float32Array([1, 0])), usage: NO_USAGE });
  return Promise.resolve({
    text: model,
    image: model,
    embedTexts: embed,
    embedImages: embed,
    close: () => Promise.resolve(),
  });
};

export interface Bench {
  table: Table;
  ports: EnrichPorts;
  machines: LocalStateMachines;
  steps: Record<string, TaskFunction>;
  tenantId: string;
  /** Everything that a state carried: its input, by the name of the function. */
  carried: Array<{ function: string; bytes: number; text: string }>;
  project(values: Item): Promise<string>;
  /** An asset of a project with a picture that was taken apart. Answers its id. */
  picture(projectId: string, bytes?: Uint8Array): Promise<string>;
  /** An asset of a project that is a file of another type. */
  file(projectId: string, contentType: string, bytes: Uint8Array): Promise<string>;
  /** Does something once before a step, as another request would. */
  before(step: string, act: () => Promise<unknown>): void;
  settings(values: Partial<EnrichmentSettings>): Promise<void>;
  /** Puts a run and does what its event does. Answers the run as it stands then. */
  enrich(subject: Pick<EnrichmentRun, 'subject' | 'entityId' | 'projectId'>): Promise<Run>;
  request(subject: Pick<EnrichmentRun, 'subject' | 'entityId' | 'projectId'>): Promise<string>;
  /** As its event does, with the id of the request that caused it. */
  deliver(enrichmentId: string, requestId?: string): Promise<void>;
  run(enrichmentId: string): Promise<Run>;
  proposals(prefix: string): Promise<Proposal[]>;
  used(): Promise<{ tokens: number; microUsd: number }>;
}

export interface World {
  /** @param telemetry of its steps, which tell nobody unless told */
  bench(models?: Partial<Models>, readers?: Partial<Readers>, telemetry?: Telemetry): Bench;
  close(): Promise<void>;
}

/** One engine for a test file; each bench is another tenant with a machine of its own. */
export async function openWorld(): Promise<World> {
  const dir = mkdtempSync(join(tmpdir(), 'enrich-'));
  const engine = await startEngine({ dataDir: dir, log: () => undefined });
  const client = createDynamoClient(engine, () => undefined);
  await ensureTable(client, tableRow);
  const table = createTable({ client, tableName: tableRow.name });
  const media = createLocalMediaStore({
    dir: join(dir, 'media'),
    origin: 'http://x',
    secret: 's'.repeat(32),
  });
  const opened: LocalStateMachines[] = [];
  return {
    bench(models = {}, readers = {}, telemetry) {
      const ports: EnrichPorts = {
        table,
        media,
        results: createResults(media),
        readers: { readDocument: never('a document'), readPage: never('a page'), ...readers },
        models: {
          analysis: never('an analysis'),
          speech: never('a recording'),
          embeddings: fakeEmbeddings,
          maximumMicroUsdPerToken: 1,
          ...models,
        },
        now: () => NOW,
      };
      const carried: Bench['carried'] = [];
      const waiting = new Map<string, () => Promise<unknown>>();
      const told = (name: string, step: TaskFunction): TaskFunction =>
        telemetry ? observed(name, telemetry, step) : step;
      const steps = Object.fromEntries(
        Object.entries(enrichSteps(ports)).map(([name, step]) => [name, told(name, step)]),
      );
      const machines = createLocalStateMachines({
        machines: enrichMachines.map((row) => ({
          row,
          text: readFileSync(join(ROOT, row.definition), 'utf8'),
        })),
        functions: Object.fromEntries(
          Object.entries(steps).map(([name, step]) => [
            name,
            async (input: never) => {
              const act = waiting.get(name);
              waiting.delete(name);
              await act?.();
              const text = JSON.stringify(input);
              carried.push({ function: name, bytes: Buffer.byteLength(text), text });
              return step(input);
            },
          ]),
        ),
        log: () => undefined,
        retryAfterMs: 0,
      });
      opened.push(machines);
      const before: Bench['before'] = (step, act) => void waiting.set(step, act);
      return { ...actions(table, media, machines), ports, machines, steps, carried, table, before };
    },
    async close() {
      for (const machines of opened) await machines.close();
      client.destroy();
      await engine.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function actions(table: Table, media: MediaStore, machines: LocalStateMachines) {
  const tenantId = ulid();
  const at = new Date(NOW).toISOString();
  const start = createStart({ table, machines, now: () => NOW, waitMs: 20_000 });
  const run = async (id: string) =>
    (await table.get(tenantKey(tenantId, enrichmentSk(id)), { consistent: true })) as unknown as Run;
  const request: Bench['request'] = async (subject) => {
    const id = ulid();
    await table.put(newRun({ id, tenantId, ...subject, requestedAt: at }));
    return id;
  };
  const asset = async (projectId: string, values: Item, derived: Item) => {
    const id = ulid();
    const item = { id, tenantId, projectId, position: id, sha256: id };
    await table.put({
      ...tenantKey(tenantId, assetSk(projectId, id)),
      entity: 'asset',
      version: 1,
      ...item,
      ...values,
    });
    await table.put({
      ...tenantKey(tenantId, derivedSk(projectId, id)),
      entity: 'derived',
      revision: 1,
      ...item,
      ...derived,
    });
    return id;
  };
  const stored = async (contentType: string, bytes: Uint8Array, extension: string) => {
    const hash = sha256(bytes).slice(0, 16);
    const key = derivedKey(tenantId, ulid(), { hash, width: 0, extension });
    await media.write(key, bytes, { contentType, cacheControl: 'private' });
    return { key, contentType };
  };
  const deliver = (entityId: string, requestId?: string) =>
    start({ tenantId, entityId, ...(requestId && { requestId }) } as ChangeEvent);
  return {
    tenantId,
    run,
    request,
    deliver,
    async project(values: Item) {
      const id = ulid();
      const item = { entity: 'project', id, tenantId, version: 1, title: 'Untitled', ...values };
      await table.put({ ...tenantKey(tenantId, projectSk(id)), ...item });
      return id;
    },
    async picture(projectId: string, bytes: Uint8Array = new TextEncoder().encode(ulid())) {
      const variant = await stored('image/webp', bytes, 'webp');
      return asset(projectId, {}, { kind: 'IMAGE', variants: [{ ...variant, width: 800 }] });
    },
    async file(projectId: string, contentType: string, bytes: Uint8Array) {
      const original = await stored(contentType, bytes, 'bin');
      return asset(projectId, { fileName: 'a.bin', contentType }, { kind: 'FILE', original });
    },
    settings: (values: Partial<EnrichmentSettings>) =>
      table.put({ ...tenantKey(tenantId, 'ENRICHMENT'), ...values }),
    async enrich(subject: Parameters<Bench['request']>[0]) {
      const id = await request(subject);
      await deliver(id);
      return run(id);
    },
    async proposals(prefix: string) {
      const found: Proposal[] = [];
      const { PK, SK } = tenantKey(tenantId, `${prefix}#PROPOSAL#`);
      for await (const item of table.query({
        condition: {
          expression: 'PK = :pk AND begins_with(SK, :prefix)',
          values: { ':pk': PK, ':prefix': SK },
        },
        consistent: true,
      }))
        found.push(item as unknown as Proposal);
      return found;
    },
    async used() {
      const item = await table.get(tenantKey(tenantId, usageSk(MONTH)), { consistent: true });
      return { tokens: Number(item?.tokens ?? 0), microUsd: Number(item?.microUsd ?? 0) };
    },
  };
}
