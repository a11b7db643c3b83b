import { parseEnvironment } from './environment.ts';
import { createRestMirror } from './mirror.ts';

/** The REST mirror behind an API Gateway HTTP API. The global `fetch` keeps its connections alive. */
export const handler = createRestMirror({ ...parseEnvironment(process.env), fetch, log: console });
