import { join } from 'node:path';

/** Where the server writes the log of what it answered, below the data folder. */
export const accessLogDir = (dataDir: string): string => join(dataDir, 'logs');
