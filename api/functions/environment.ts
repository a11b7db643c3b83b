/** Reads a function's environment once, at its start. */

/** The named variables. @throws Error that lists every one that is missing. */
export function environment<Name extends string>(
  names: readonly Name[],
  env: Record<string, string | undefined> = process.env,
): Record<Name, string> {
  const missing = names.filter((name) => !env[name]);
  if (missing.length > 0) {
    throw new Error(
      `Set these environment variables of the function: ${missing.join(', ')}. Received: none.`,
    );
  }
  return Object.fromEntries(names.map((name) => [name, env[name] ?? ''])) as Record<Name, string>;
}
