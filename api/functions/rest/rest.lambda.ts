import { parseEnvironment } from './environment.ts';
import { createRestMirror } from './mirror.ts';
import { lambda } from '../../observability/function.lambda.ts';
import { log } from '../../observability/telemetry.ts';

/** The REST mirror behind an API Gateway HTTP API. The global `fetch` keeps its connections alive. */
export const handler = lambda(
  createRestMirror({
    ...parseEnvironment(process.env),
    fetch,
    log: { error: (message, detail) => log('error', message, detail) },
  }),
);
