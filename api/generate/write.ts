import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';

/** A generated file: where it stands, from the root of the project, and what it says before formatting. */
export interface Output {
  path: string;
  text: string;
}

/** Formats outputs as the project formats that kind of file, so that the same input always gives the same bytes. */
export async function formatted(outputs: readonly Output[], root: URL): Promise<Output[]> {
  return Promise.all(
    outputs.map(async ({ path, text }) => {
      const filepath = fileURLToPath(new URL(path, root));
      const options = await resolveConfig(filepath);
      return { path, text: await format(text, { ...options, plugins: [], filepath }) };
    }),
  );
}

/** Paths whose file is absent or differs from what would be generated now. */
export function stale(outputs: readonly Output[], root: URL): string[] {
  return outputs.filter(({ path, text }) => current(new URL(path, root)) !== text).map(({ path }) => path);
}

/** Writes the outputs that differ and answers their paths. */
export function write(outputs: readonly Output[], root: URL): string[] {
  const paths = stale(outputs, root);
  for (const { path, text } of outputs) {
    if (!paths.includes(path)) continue;
    const file = fileURLToPath(new URL(path, root));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return paths;
}

function current(file: URL): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
