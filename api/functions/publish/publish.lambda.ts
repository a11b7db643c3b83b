import { publicationPorts } from './ports.lambda.ts';
import { createPublish } from './publish.ts';

export const handler = createPublish(publicationPorts());
