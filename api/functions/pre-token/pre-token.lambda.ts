import { type PreTokenEvent, withUid } from './pre-token.ts';
import { lambda } from '../../observability/function.lambda.ts';

/** Pre-token-generation trigger of the user pool. */
export const handler = lambda(async (event: PreTokenEvent) => withUid(event));
