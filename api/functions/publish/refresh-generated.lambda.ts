import { consume } from '../consume.ts';
import { publicationPorts } from './ports.lambda.ts';
import { createRefreshGenerated } from './refresh-generated.ts';
import { lambda } from '../../observability/function.lambda.ts';

export const handler = lambda(consume(createRefreshGenerated(publicationPorts())));
