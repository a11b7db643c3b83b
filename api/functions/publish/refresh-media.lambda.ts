import { consume } from '../consume.ts';
import { publicationPorts } from './ports.lambda.ts';
import { createRefreshMedia } from './refresh-media.ts';

export const handler = consume(createRefreshMedia(publicationPorts()));
