/** The one wrapper of functions on AWS: lines and figures to their log, spans to X-Ray's daemon. */
import { observed } from './observed.ts';
import { createPowertools } from './powertools.ts';
import type { Telemetry } from './telemetry.ts';
import { xrayHeader } from './trace-header.ts';
import { createXraySpans } from './xray.ts';

const { AWS_XRAY_DAEMON_ADDRESS: daemon, POWERTOOLS_SERVICE_NAME: service = 'artissist' } = process.env;
/** Lambda sets it anew for each call. */
const header = () => process.env._X_AMZN_TRACE_ID;

const telemetry: Telemetry = {
  ...createPowertools((line) => void process.stdout.write(`${line}\n`)),
  ...(daemon && { startSpan: createXraySpans({ daemon, header, now: Date.now }) }),
};

/** Makes a `handler` that is observed. */
export const lambda = <Event, Answer>(
  handler: (event: Event) => Promise<Answer>,
): ((event: Event) => Promise<Answer>) =>
  observed(service, telemetry, handler, { traceId: () => xrayHeader(header()).root });
