/** `npm start`. Compiled code is kept beside the builds, so that a second start spends its time on starting. */
import '../setup/node-version.mjs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, '../../dist/compile-cache'));
await import('./run.ts');
