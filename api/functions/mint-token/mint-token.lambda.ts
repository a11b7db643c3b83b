import { mintToken } from './mint-token.ts';
import { lambda } from '../../observability/function.lambda.ts';

export const handler = lambda(async () => mintToken());
