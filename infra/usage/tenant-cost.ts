/** What a tenant's use costs, by a table of prices that is handed in. */
import type { TenantUsage } from './usage.ts';

/** US dollars for one unit of each; storage is for a month. */
export interface UnitPrices {
  apiOperation: number;
  httpRequest: number;
  call: number;
  gbSecond: number;
  event: number;
  message: number;
  tableGb: number;
  mediaGb: number;
}

/** A row of a price list, of which the first tier counts: free units are the platform's and not one tenant's. */
interface Listed {
  dollars: number | ReadonlyArray<{ upTo: number; dollars: number }>;
}

type PriceList = Readonly<
  Record<
    | 'apiOperation'
    | 'httpRequest'
    | 'call'
    | 'callTime'
    | 'event'
    | 'standardMessage'
    | 'tableStorage'
    | 'tableRecovery'
    | 'objectStorage',
    Listed
  >
>;

const first = ({ dollars }: Listed): number =>
  typeof dollars === 'number' ? dollars : (dollars[0]?.dollars ?? 0);

/** The unit prices in a price list such as that of `npm run cost`. */
export const unitPrices = (list: PriceList): UnitPrices => ({
  apiOperation: first(list.apiOperation),
  httpRequest: first(list.httpRequest),
  call: first(list.call),
  gbSecond: first(list.callTime),
  event: first(list.event),
  message: first(list.standardMessage),
  tableGb: first(list.tableStorage) + first(list.tableRecovery),
  mediaGb: first(list.objectStorage),
});

/** US dollars, by what they are for. */
export interface TenantCost {
  requests: number;
  work: number;
  events: number;
  storage: number;
  models: number;
  total: number;
}

const GB = 1024 ** 3;
/** A message is sent, received and deleted. */
const REQUESTS_A_MESSAGE = 3;

/** Storage as if it had stood the whole month. */
export function costOf(usage: TenantUsage, prices: UnitPrices): TenantCost {
  const requests = usage.graphqlRequests * prices.apiOperation + usage.restRequests * prices.httpRequest;
  const work = usage.calls * prices.call + usage.gbSeconds * prices.gbSecond;
  const events = usage.deliveries * (prices.event + REQUESTS_A_MESSAGE * prices.message);
  const storage = (usage.tableBytes / GB) * prices.tableGb + (usage.mediaBytes / GB) * prices.mediaGb;
  const models = usage.modelMicroUsd / 1_000_000;
  return { requests, work, events, storage, models, total: requests + work + events + storage + models };
}
