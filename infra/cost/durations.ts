/**
 * Milliseconds that a call of each function is taken to last on arm64, at the memory of its row. Estimates: what waits
 * for a service (tables 5 ms a request, models seconds) counts as well. Compare them with the `Duration` of a
 * deployment's functions before figures must be exact.
 */
export const DURATIONS_MS: Readonly<Record<string, number>> = {
  authorizer: 15,
  'mint-token': 10,
  media: 40,
  publish: 180,
  'refresh-media': 120,
  'refresh-generated': 120,
  'public-lists': 40,
  search: 250,
  'search-page': 300,
  'index-content': 200,
  embed: 400,
  proposals: 60,
  rest: 60,
  'to-events': 10,
  announce: 50,
  tidy: 120,
  'process-asset': 4_000,
  publisher: 700,
  // Waits for the end of its run.
  'enrich-start': 25_000,
  'enrich-stop': 50,
  'enrich-changes': 60,
  'enrich-plan': 150,
  'enrich-extract': 1_500,
  'enrich-analyse': 6_000,
  'enrich-embed': 800,
  'enrich-propose': 200,
  'enrich-finish': 60,
};

/** Of functions that no action here wakes often enough to be listed. */
export const OTHER_MS = 100;
