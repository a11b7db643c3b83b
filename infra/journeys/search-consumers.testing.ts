/**
 * The consumers behind search as a process of their own, to be killed:
 * `fork(this file, [address of the engine, folder])`. It sends `ready`; sent `finish`, it ends once it has taken
 * everything.
 */
import { openSearchConsumers } from '../search/consumers.testing.ts';

const [endpoint = '', dataDir = ''] = process.argv.slice(2);
const consumers = await openSearchConsumers({
  endpoint,
  dataDir,
  log: (line) => void process.stderr.write(`${line}\n`),
});
consumers.bus.start();
process.send?.('ready');
process.once('message', () => {
  void (async () => {
    await consumers.bus.idle({ withConsequences: true });
    await consumers.close();
    process.disconnect();
  })();
});
