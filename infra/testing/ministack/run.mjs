/**
 * Runs a command against MiniStack, an emulator of AWS that others wrote, from PyPI. With DuckDB beside it its Athena runs
 * statements for real, and the AWS CLI comes along for scripts that call it.
 *
 *   node infra/testing/ministack/run.mjs -- node infra/aws/emulator/load.ts
 *
 * See ../emulator.mjs for what it sets and how it ends. https://github.com/ministackorg/ministack
 */
import { runBeside } from '../emulator.mjs';

await runBeside({
  name: 'MiniStack',
  packages: 'ministack',
  program: 'ministack',
  args: () => [],
  env: (port, folder) => ({
    BIND_HOST: '127.0.0.1',
    GATEWAY_PORT: String(port),
    MINISTACK_HOST: '127.0.0.1',
    // Else it would tell nobody that it answers without running anything.
    ATHENA_ENGINE: 'duckdb',
    TMPDIR: folder,
    LOG_LEVEL: 'WARNING',
  }),
  health: '/_ministack/health',
  variables: (endpoint) => ({
    SFN_ENDPOINT: endpoint,
    EVENTBRIDGE_ENDPOINT: endpoint,
    SECRETS_MANAGER_ENDPOINT: endpoint,
    ATHENA_ENDPOINT: endpoint,
    S3_ENDPOINT: endpoint,
  }),
});
