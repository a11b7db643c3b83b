import { consume } from '../consume.ts';
import { publicationPorts } from './ports.lambda.ts';
import { createRefreshMedia } from './refresh-media.ts';
import { lambda } from '../../observability/function.lambda.ts';

export const handler = lambda(consume(createRefreshMedia(publicationPorts())));
