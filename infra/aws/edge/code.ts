/** The code of CloudFront Functions, made of the modules in this folder. */
import { buildSync } from 'esbuild';
import { join } from 'node:path';

/** What a function's code may be long, in bytes: "Quotas on CloudFront Functions". */
const MAXIMUM_BYTES = 10_240;

/**
 * The module `<name>.ts` as a script whose `handler` CloudFront calls: modules are not supported there.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 * @throws Error when it is too long
 */
export function edgeCode(name: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, `${name}.ts`)],
    bundle: true,
    write: false,
    format: 'esm',
    // The runtime has ES 5.1 and some of what came up to ES 12, `const` and arrow functions among them.
    target: 'es2017',
    charset: 'utf8',
  });
  const code = (outputFiles[0]?.text ?? '').replace(/^export \{[^}]*\};?\n?/m, '');
  const bytes = Buffer.byteLength(code);
  if (bytes > MAXIMUM_BYTES) {
    throw new Error(`The CloudFront Function ${name} may be ${MAXIMUM_BYTES} bytes long. Received: ${bytes}`);
  }
  return code;
}
