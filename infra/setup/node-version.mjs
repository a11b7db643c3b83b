// @ts-check
/**
 * Ends the process with a clear message when a program is started on a Node that is too old. Import it
 * first, for its effect: `import '#infra/setup/node-version.mjs';`.
 */
import { requiredMajor } from './required-node.mjs';

const version = process.versions.node;
if (Number(version.split('.')[0]) < requiredMajor) {
  console.error(
    [
      `Artissist runs on Node ${requiredMajor} or newer. Received: Node ${version}.`,
      'The right Node comes with the packages: run `node infra/setup/install.mjs` once, then start programs',
      'through npm (`npm start`, `npm run check`), or put node_modules/.bin first on the PATH.',
    ].join('\n'),
  );
  process.exit(1);
}
