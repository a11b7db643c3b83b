/** Enrichment on this machine: the steps, the machine that runs them, and the consumers that start and stop it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { consume, type Consumer } from '#api/functions/consume.ts';
import { createAnalyse } from '#api/functions/enrich/analyse.ts';
import { createChanges } from '#api/functions/enrich/changes.ts';
import { createEmbed } from '#api/functions/enrich/embed.ts';
import { createExtract } from '#api/functions/enrich/extract.ts';
import { createFinish } from '#api/functions/enrich/finish.ts';
import { createPlan } from '#api/functions/enrich/plan.ts';
import type { EnrichPorts } from '#api/functions/enrich/ports.ts';
import { createPropose } from '#api/functions/enrich/propose.ts';
import { createStart, createStop } from '#api/functions/enrich/start.ts';
import { observed } from '#api/observability/observed.ts';
import type { Telemetry } from '#api/observability/telemetry.ts';
import type { StateMachines } from '#api/ports/state-machines/port.ts';
import { enrichMachines } from '#infra/inventory/enrichment.ts';
import type { Log } from './log.ts';
import type { LocalStateMachines } from './states/state-machines.ts';
import type { TaskFunction } from './states/task.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Less than what the function may take. */
const WAIT_MS = 840_000;

/** The functions behind the machine's Tasks, by the names of the inventory. */
export const enrichSteps = (ports: EnrichPorts): Record<string, TaskFunction> => ({
  'enrich-plan': createPlan(ports),
  'enrich-extract': createExtract(ports),
  'enrich-analyse': createAnalyse(ports),
  'enrich-embed': createEmbed(ports),
  'enrich-propose': createPropose(ports),
  'enrich-finish': createFinish(ports),
});

/** Readers of documents and pages, loaded with the first of either. */
export function openReaders(): EnrichPorts['readers'] {
  let opening: Promise<EnrichPorts['readers']> | undefined;
  const open = () => (opening ??= loadReaders());
  return {
    readDocument: async (bytes, contentType, fileName) =>
      (await open()).readDocument(bytes, contentType, fileName),
    readPage: async (url) => (await open()).readPage(url),
  };
}

async function loadReaders(): Promise<EnrichPorts['readers']> {
  const [{ createReaders }, { extractDocument }, { createPageReader }] = await Promise.all([
    import('#api/functions/enrich/readers.ts'),
    import('#api/functions/extract/extract-document.ts'),
    import('#api/functions/read-page/read-page.ts'),
  ]);
  return createReaders({ extractDocument, ...createPageReader() });
}

export interface LocalEnrichment {
  /** By the name of the inventory. */
  consumers: Record<string, Consumer>;
  /** Stops what runs; its events are delivered again at the next start. */
  close(): Promise<void>;
}

/** The engine of state machines is loaded with the first run: a start without one does without it. */
export function composeEnrichment(ports: EnrichPorts, log: Log, telemetry: Telemetry): LocalEnrichment {
  let opening: Promise<LocalStateMachines> | undefined;
  const open = (): Promise<LocalStateMachines> =>
    (opening ??= import('./states/state-machines.ts').then(({ createLocalStateMachines }) =>
      createLocalStateMachines({
        machines: enrichMachines.map((row) => ({
          row,
          text: readFileSync(join(ROOT, row.definition), 'utf8'),
        })),
        functions: Object.fromEntries(
          Object.entries(enrichSteps(ports)).map(([name, step]) => [name, observed(name, telemetry, step)]),
        ),
        log,
      }),
    ));
  const machines: StateMachines = {
    start: async (machine, name, input) => (await open()).start(machine, name, input),
    ended: async (machine, name, withinMs) => (await open()).ended(machine, name, withinMs),
    stop: async (machine, name, cause) => (await open()).stop(machine, name, cause),
  };
  const { table, now } = ports;
  return {
    consumers: {
      'enrich-start': consume(createStart({ table, machines, now, waitMs: WAIT_MS })),
      'enrich-stop': consume(createStop({ table, machines })),
      'enrich-changes': consume(createChanges({ table, now, ulid: () => ulid() })),
    },
    close: async () => (await opening)?.close(),
  };
}
