import { storage } from './storage.lambda.ts';
import { createPropose } from './propose.ts';

export const handler = createPropose(storage());
