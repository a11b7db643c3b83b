import { consume } from '../consume.ts';
import { publicationPorts } from '../publish/ports.lambda.ts';
import { createTidy } from './tidy.ts';
import { lambda } from '../../observability/function.lambda.ts';

export const handler = lambda(consume(createTidy(publicationPorts())));
