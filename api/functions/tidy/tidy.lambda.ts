import { consume } from '../consume.ts';
import { publicationPorts } from '../publish/ports.lambda.ts';
import { createTidy } from './tidy.ts';

export const handler = consume(createTidy(publicationPorts()));
