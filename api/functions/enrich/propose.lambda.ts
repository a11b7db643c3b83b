import { storage } from './storage.lambda.ts';
import { createPropose } from './propose.ts';
import { lambda } from '../../observability/function.lambda.ts';

export const handler = lambda(createPropose(storage()));
