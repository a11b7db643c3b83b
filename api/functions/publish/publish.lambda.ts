import { publicationPorts } from './ports.lambda.ts';
import { createPublish } from './publish.ts';
import { lambda } from '../../observability/function.lambda.ts';

export const handler = lambda(createPublish(publicationPorts()));
