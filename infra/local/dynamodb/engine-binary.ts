/** Where the embedded engine's program is. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The program for a system, installed by npm as an optional dependency; throws with the alternatives if it is not. */
export function engineBinary(
  platform: string = process.platform,
  architecture: string = process.arch,
): string {
  const name = `@dynoxide/${platform}-${architecture}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'dynoxide');
  } catch (cause) {
    throw new Error(
      `The embedded DynamoDB engine is not installed for this system (npm package ${name}). Run another engine and ` +
        'set DYNAMODB_ENDPOINT to its address. With Docker: `docker run -p 127.0.0.1:8000:8000 amazon/dynamodb-local`, ' +
        'then DYNAMODB_ENDPOINT=http://127.0.0.1:8000. With Java 17 and Maven: ' +
        '`node infra/setup/dynamodb-local.mjs -- npm start`. With an AWS account: ' +
        'DYNAMODB_ENDPOINT=https://dynamodb.<region>.amazonaws.com.',
      { cause },
    );
  }
}
