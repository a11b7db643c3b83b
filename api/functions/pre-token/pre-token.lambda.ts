import { type PreTokenEvent, withUid } from './pre-token.ts';

/** Pre-token-generation trigger of the user pool. */
export const handler = async (event: PreTokenEvent) => withUid(event);
