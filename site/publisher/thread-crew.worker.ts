/** One thread of a crew. */
import { parentPort, workerData } from 'node:worker_threads';
import type { SiteStore } from '#api/ports/site-store/port.ts';
import { type Batch, createBatchWriter } from './crew.ts';
import { loadRenderer } from './renderer.ts';
import type { Answer, ThreadSpec } from './thread-crew.ts';

const { store: spec, bundle, site } = workerData as ThreadSpec;
const module = (await import(spec.module)) as Record<string, (options: unknown) => SiteStore>;
const create = module[spec.create];
if (!create) throw new Error(`${spec.module} exports no ${spec.create}`);
const run = createBatchWriter({
  store: create(spec.options),
  renderer: await loadRenderer({ dir: new URL(bundle), site }),
});

parentPort?.on('message', ({ id, batch }: { id: number; batch: Batch }) => {
  const answer = (value: Answer): void => parentPort?.postMessage(value);
  run(batch).then(
    (written) => answer({ id, written }),
    (error: unknown) =>
      answer({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
