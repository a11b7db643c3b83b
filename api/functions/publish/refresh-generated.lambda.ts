import { consume } from '../consume.ts';
import { publicationPorts } from './ports.lambda.ts';
import { createRefreshGenerated } from './refresh-generated.ts';

export const handler = consume(createRefreshGenerated(publicationPorts()));
