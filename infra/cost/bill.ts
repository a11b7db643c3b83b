/** A month's bill, by service. */
import { LISTED, PRICES, type Prices, priceOf } from '#api/ports/bedrock/prices.ts';
import { MODELS } from '../aws/settings.ts';
import type { Inventory } from '../inventory.types.ts';
import { ASSUMED } from './assumptions.ts';
import type { Inputs } from './inputs.ts';
import { type Month, monthOf } from './month.ts';
import { dollarsOf, MARGIN, type Price, PRICE_LIST, type PriceName } from './prices.ts';
import { type IdentityPlan, quantitiesOf } from './quantities.ts';
import type { MachineWork } from './work.ts';

export interface Line {
  service: string;
  unit: string;
  quantity: number;
  dollars: number;
  /** Dollars that it may be, were each figure behind it as far off as its margin. */
  atMost: number;
}

export interface ServiceBill {
  service: string;
  dollars: number;
  atMost: number;
  lines: Line[];
}

export interface Bill {
  services: ServiceBill[];
  dollars: number;
  atMost: number;
  dollarsATenant: number;
  month: Month;
}

export interface Platform {
  inventory: Inventory;
  machine: MachineWork;
  plan: IdentityPlan;
  /** Whether copies of the search index stand by in a second zone, as they do in prod. */
  standby?: boolean;
}

/** What a month costs, dearest service first. */
export function billOf(inputs: Inputs, { inventory, machine, plan, standby }: Platform): Bill {
  const month = monthOf(inputs, inventory, machine);
  const quantities = quantitiesOf(inputs, month, inventory, plan, standby);
  const lines = [
    ...(Object.entries(quantities) as Array<[PriceName, number]>).map(([name, quantity]) =>
      lineOf(PRICE_LIST[name], quantity),
    ),
    ...modelLines(month),
  ];
  const services = [...Map.groupBy(lines, ({ service }) => service)]
    .map(([service, own]) => ({ service, ...sums(own), lines: own }))
    .toSorted((a, b) => b.dollars - a.dollars);
  const total = sums(lines);
  return { services, ...total, dollarsATenant: total.dollars / inputs.tenants, month };
}

function lineOf(price: Price, quantity: number): Line {
  const dollars = dollarsOf(price, quantity);
  const margin = price.stated === null ? MARGIN.known : MARGIN.stated;
  return { service: price.service, unit: price.unit, quantity, dollars, atMost: dollars * (1 + margin) };
}

/** Models by the house's own list; at most what budgets count, which is that list with its margin. */
function modelLines({ texts, pictures, analyses }: Month): Line[] {
  const { input, output } = ASSUMED.analysisTokens;
  const line = (unit: string, quantity: number, each: (prices: Prices) => number): Line => ({
    ...{ service: 'Bedrock', unit, quantity },
    dollars: (quantity * each(LISTED.prices)) / 1e6,
    atMost: (quantity * each(PRICES)) / 1e6,
  });
  return [
    line('analysis of a text or a picture', analyses, (prices) => {
      const { inputToken, outputToken } = priceOf(MODELS.analysis, prices);
      return input * inputToken + output * outputToken;
    }),
    line('text embedded', texts, (prices) => {
      return ASSUMED.embeddedTokens * priceOf(MODELS.embeddings, prices).inputToken;
    }),
    line('picture embedded', pictures, (prices) => priceOf(MODELS.embeddings, prices).image ?? 0),
  ];
}

const sums = (lines: readonly Line[]): { dollars: number; atMost: number } => ({
  dollars: lines.reduce((sum, { dollars }) => sum + dollars, 0),
  atMost: lines.reduce((sum, { atMost }) => sum + atMost, 0),
});
