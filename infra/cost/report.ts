/** A bill and its limits as text. */
import type { Bill } from './bill.ts';
import type { Floor } from './floor.ts';
import type { Inputs } from './inputs.ts';
import { FIELDS, NAMES } from './inputs.ts';
import type { Limit } from './limits.ts';
import { MARGIN, PRICE_LIST, PRICES_AS_OF, REGION } from './prices.ts';

/** From this part of a quota on a limit is near. */
const NEAR = 0.5;

export interface Estimate {
  name: string;
  inputs: Inputs;
  bill: Bill;
  limits: Limit[];
}

const money = (dollars: number): string =>
  dollars.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const amount = (quantity: number): string =>
  quantity.toLocaleString('en', { maximumFractionDigits: quantity < 100 ? 1 : 0 });
const part = (used: number): string =>
  used >= 0.01 ? `${amount(used * 100)} %` : used === 0 ? '0 %' : 'under 1 %';

/** What was taken for each input, on one line. */
const inputLine = (inputs: Inputs): string =>
  NAMES.filter((name) => name !== 'tenants')
    .map((name) => `${FIELDS[name].says} ${inputs[name]}`)
    .join('; ');

/** The report of one estimate. @param detailed whether each line of a service is shown */
export function reportOf({ name, inputs, bill, limits }: Estimate, detailed: boolean): string {
  const services = bill.services.flatMap(({ service, dollars, atMost, lines }) => [
    `  ${service.padEnd(24)}${money(dollars).padStart(14)}${money(atMost).padStart(14)}`,
    ...(detailed
      ? lines.map(
          (line) =>
            `    ${line.unit.padEnd(38)}${amount(line.quantity).padStart(18)}${money(line.dollars).padStart(14)}`,
        )
      : []),
  ]);
  const near = limits.filter(({ used }) => used >= NEAR);
  return [
    `${name}, a month`,
    `  a tenant: ${inputLine(inputs)}`,
    '',
    `  ${'service'.padEnd(24)}${'dollars'.padStart(14)}${'at most'.padStart(14)}`,
    ...services,
    `  ${'together'.padEnd(24)}${money(bill.dollars).padStart(14)}${money(bill.atMost).padStart(14)}`,
    `  ${'a tenant'.padEnd(24)}${money(bill.dollarsATenant).padStart(14)}`,
    '',
    ...(near.length === 0
      ? [
          `  No limit is near; the nearest is ${limits[0]?.service}, ${limits[0]?.what}: ${part(limits[0]?.used ?? 0)}.`,
        ]
      : [
          '  limits that are near or met',
          ...near.flatMap((limit) => [
            `  - ${limit.service}, ${limit.what}: ${amount(limit.demand)} of ${amount(limit.quota)} (${part(limit.used)}${limit.used >= 1 ? ', met' : ''})`,
            `    ${limit.answer}`,
          ]),
        ]),
  ].join('\n');
}

/** What each stage costs while nobody does anything, beside its budget. */
export const floorsReport = (floors: readonly Floor[]): string =>
  [
    'While nobody does anything, a month',
    `  ${'stage'.padEnd(24)}${'dollars'.padStart(14)}${'at most'.padStart(14)}${'budget'.padStart(14)}`,
    ...floors.map(
      ({ stage, dollars, atMost, budget }) =>
        `  ${stage.padEnd(24)}${money(dollars).padStart(14)}${money(atMost).padStart(14)}${money(budget).padStart(14)}`,
    ),
  ].join('\n');

/** What the figures are, above all of them. */
export const preface = (): string =>
  [
    `Estimates in US dollars, on demand, ${REGION}, by a price table of ${PRICES_AS_OF} (infra/cost/prices.ts).`,
    `"At most" adds ${MARGIN.stated * 100} % to prices that a reading stated and ${MARGIN.known * 100} % to the other ${Object.values(PRICE_LIST).filter(({ stated }) => stated === null).length}; models count as budgets do.`,
    'Taxes, support and reductions by commitment are left out; what is always free is taken off.',
  ].join('\n');
