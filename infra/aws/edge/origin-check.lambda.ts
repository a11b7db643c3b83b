/** Lambda authorizer of the HTTP API: see `origin-check.ts`. */
import { createOriginCheck } from './origin-check.ts';

const { ORIGIN_SECRET } = process.env;
if (!ORIGIN_SECRET) throw new Error('Set the environment variable ORIGIN_SECRET. Received: none.');

export const handler = createOriginCheck(ORIGIN_SECRET);
