/**
 * What models cost: millionths of a US dollar a token, which is US dollars a million tokens. What stands here is a guard
 * for budgets and no price list: figures of one day and region, half as much again. A deployment that must be exact
 * names its own (`MODEL_PRICES`).
 */

export interface Price {
  inputToken: number;
  outputToken: number;
  /** For a picture, where pictures are not counted in tokens. */
  image?: number;
  /** Of speech, where it costs other than text. */
  spokenInputToken?: number;
  spokenOutputToken?: number;
}

/** By model id without the prefix of an inference profile (`us.`, `eu.`, `apac.`, `global.`). */
export type Prices = Readonly<Record<string, Price>>;

/** Estimates of that day, to be compared with the source before budgets must be exact. */
export const LISTED = {
  source: 'https://aws.amazon.com/bedrock/pricing/ (on demand, US East)',
  asOf: '2026-11-22',
  prices: {
    'amazon.nova-2-multimodal-embeddings-v1:0': { inputToken: 0.135, outputToken: 0, image: 60 },
    'amazon.titan-embed-text-v2:0': { inputToken: 0.02, outputToken: 0 },
    'amazon.titan-embed-image-v1': { inputToken: 0.8, outputToken: 0, image: 60 },
    'amazon.nova-micro-v1:0': { inputToken: 0.035, outputToken: 0.14 },
    'amazon.nova-lite-v1:0': { inputToken: 0.06, outputToken: 0.24 },
    'amazon.nova-pro-v1:0': { inputToken: 0.8, outputToken: 3.2 },
    'amazon.nova-2-lite-v1:0': { inputToken: 0.33, outputToken: 2.75 },
    'amazon.nova-2-sonic-v1:0': {
      ...{ inputToken: 0.33, outputToken: 2.75 },
      ...{ spokenInputToken: 3, spokenOutputToken: 12 },
    },
  } satisfies Prices,
} as const;

/** Prices change, and differ by region: a limit is rather reached early than passed unseen. */
const MARGIN = 1.5;

/** What counts where a deployment names nothing else. */
export const PRICES: Prices = Object.fromEntries(
  Object.entries(LISTED.prices as Prices).map(([model, price]) => [
    model,
    Object.fromEntries(Object.entries(price).map(([what, value]) => [what, (value as number) * MARGIN])),
  ]),
) as unknown as Prices;

/** A model that no table knows is counted dear, so that a budget is not passed unseen. */
const UNKNOWN: Price = { inputToken: 5, outputToken: 25, image: 5_000 };

const MEMBERS = new Set(['inputToken', 'outputToken', 'image', 'spokenInputToken', 'spokenOutputToken']);

/**
 * The prices of a deployment: those of `json` as they are, the others as above.
 * @param json `{"<model id>": {"inputToken": 0.33, "outputToken": 2.75}}`, with `image`, `spokenInputToken` and
 *   `spokenOutputToken` where they apply
 * @throws Error that says what is wrong
 */
export function pricesOf(json: string | undefined): Prices {
  if (!json) return PRICES;
  const wrong = (what: string): Error =>
    new Error(
      `Prices must be JSON such as {"<model id>": {"inputToken": 0.33, "outputToken": 2.75}}. Received: ${what}`,
    );
  let named: unknown;
  try {
    named = JSON.parse(json);
  } catch {
    throw wrong(json.slice(0, 200));
  }
  if (typeof named !== 'object' || named === null || Array.isArray(named)) throw wrong(json.slice(0, 200));
  for (const [model, price] of Object.entries(named as Record<string, Record<string, unknown> | null>)) {
    const members = Object.entries(price ?? {});
    const right =
      members.every(([name, value]) => MEMBERS.has(name) && typeof value === 'number' && value >= 0) &&
      ['inputToken', 'outputToken'].every((name) => price?.[name] !== undefined);
    if (!right) throw wrong(`${model}: ${JSON.stringify(price)}`);
  }
  return { ...PRICES, ...(named as Prices) };
}

/** What a token or a picture of a model costs. */
export const priceOf = (model: string, prices: Prices = PRICES): Price =>
  prices[model] ?? prices[model.replace(/^(us|eu|apac|jp|au|global)\./, '')] ?? UNKNOWN;

/** Cost in millionths of a dollar, rounded up. */
export function costOf(
  model: string,
  used: { inputTokens: number; outputTokens: number; images?: number },
  prices?: Prices,
): number {
  const price = priceOf(model, prices);
  const { inputTokens, outputTokens, images = 0 } = used;
  return Math.ceil(
    inputTokens * price.inputToken + outputTokens * price.outputToken + images * (price.image ?? 0),
  );
}
