/** The built pages as functions take them along: without what they do not read. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface PagesOptions {
  /** The built pages: `server/`, and `client/` with the files that pages refer to. */
  pages: string;
  /** Folder of the function's bundle that they go to. */
  target: string;
  /** Whether the function also writes those files, and does not only render. */
  assets: boolean;
}

/**
 * Copies the pages for a function, their code without blanks.
 * @param name the function
 * @throws Error that says what to run where the pages are not built
 */
export async function copyPages(name: string, { pages, target, assets }: PagesOptions): Promise<void> {
  const server = join(pages, 'server');
  if (!existsSync(join(server, 'entry.mjs'))) {
    throw new Error(
      `The function ${name} takes the built pages along, and ${pages} has none. Run: npm run build`,
    );
  }
  rmSync(target, { recursive: true, force: true });
  const { transform } = await import('esbuild');
  const files = readdirSync(server, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  await Promise.all(
    files.map(async ({ parentPath, name: file }) => {
      const from = join(parentPath, file);
      const to = join(target, 'server', from.slice(server.length));
      mkdirSync(dirname(to), { recursive: true });
      const { code } = await transform(readFileSync(from, 'utf8'), {
        format: 'esm',
        target: 'node24',
        minifySyntax: true,
        minifyWhitespace: true,
        legalComments: 'none',
      });
      writeFileSync(to, code);
    }),
  );
  if (assets && existsSync(join(pages, 'client')))
    cpSync(join(pages, 'client'), join(target, 'client'), { recursive: true });
}
