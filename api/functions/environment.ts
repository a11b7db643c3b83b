/** Reads a function's environment once, at its start. */
import { pricesOf, type Prices } from '../ports/bedrock/prices.ts';

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

/** What models cost in this deployment. @throws Error that says what is wrong */
export const modelPrices = (env: Record<string, string | undefined> = process.env): Prices =>
  pricesOf(env.MODEL_PRICES);
