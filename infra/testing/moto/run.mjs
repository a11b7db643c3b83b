/**
 * Runs a command against moto's server, an emulator of AWS that others wrote, from PyPI:
 *
 *   node infra/testing/moto/run.mjs -- npx vitest run api/ports/media-store api/ports/site-store
 *
 * See ../emulator.mjs for what it sets and how it ends. https://docs.getmoto.org
 */
import { runBeside } from '../emulator.mjs';

await runBeside({
  name: 'moto',
  packages: 'moto',
  program: 'moto_server',
  args: (port) => ['-H', '127.0.0.1', '-p', String(port)],
  env: () => ({}),
  health: '/moto-api/data.json',
  variables: (endpoint) => ({ S3_ENDPOINT: endpoint }),
});
