/** The built pages as functions read them: without what only their build is about. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface PagesOptions {
  /** The built pages: `server/`, and `client/` with the files that pages refer to. */
  pages: string;
  /** Folder that they go to. */
  target: string;
}

/**
 * Copies the pages, their code without blanks.
 * @throws Error that says what to run where the pages are not built
 */
export async function copyPages({ pages, target }: PagesOptions): Promise<void> {
  const server = join(pages, 'server');
  if (!existsSync(join(server, 'entry.mjs'))) {
    throw new Error(
      `Functions that render pages take the built ones along, and ${pages} has none. Run: npm run build`,
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
  if (existsSync(join(pages, 'client')))
    cpSync(join(pages, 'client'), join(target, 'client'), { recursive: true });
}
