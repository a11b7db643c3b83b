import { mintToken } from './mint-token.ts';

export const handler = async () => mintToken();
