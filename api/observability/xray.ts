/**
 * Spans as subsegments of the segment that Lambda makes, sent to the daemon beside the function. The request's id is an
 * annotation: what the stream carries on has another trace, and is found by it.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html
 */
import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import type { Span, SpanStart } from './telemetry.ts';
import { xrayHeader } from './trace-header.ts';
import { withheld } from './withheld.ts';

export interface XrayOptions {
  /** Address of the daemon, `<IPv4>:<port>`. */
  daemon: string;
  /** The call's own header, which changes from call to call. */
  header: () => string | undefined;
  /** Milliseconds since the epoch. */
  now: () => number;
}

const PROTOCOL = '{"format": "json", "version": 1}\n';
/** Attribute of a call that was refused because too many came. */
export const THROTTLED = 'throttled';

/** A trace that is not sampled is told of to nobody. */
const UNSAMPLED: Omit<Span, 'context'> = { end: () => undefined };

/** @throws Error when the daemon's address is none */
export function createXraySpans({ daemon, header, now }: XrayOptions): (start: SpanStart) => Span {
  const [, host, port] = /^(\d+\.\d+\.\d+\.\d+):(\d+)$/.exec(daemon) ?? [];
  if (host === undefined) throw new Error(`The daemon of X-Ray must be <IPv4>:<port>. Received: ${daemon}`);
  const socket = createSocket('udp4').unref();
  // Traces are no reason to fail.
  socket.on('error', () => undefined);
  return ({ name, service, kind, correlation, parent, attributes }) => {
    const { root = '', parent: segment, sampled } = xrayHeader(header());
    const context = { traceId: root, spanId: randomBytes(8).toString('hex') };
    const parentId = parent?.spanId ?? segment;
    if (!sampled || root === '' || parentId === undefined) return { context, ...UNSAMPLED };
    const startedAt = now();
    return {
      context,
      end(error, found = {}) {
        const document = {
          name: name.slice(0, 200),
          id: context.spanId,
          trace_id: root,
          parent_id: parentId,
          type: 'subsegment',
          start_time: startedAt / 1000,
          end_time: now() / 1000,
          ...(kind === 'client' && { namespace: 'remote' }),
          annotations: { service, ...correlation, ...attributes, ...found },
          // A call that was throttled is the caller's error, and counted by itself.
          ...(error !== undefined &&
            (THROTTLED in found ? { error: true, throttle: true } : { fault: true })),
          ...(error !== undefined && { metadata: { error: withheld(error) } }),
        };
        socket.send(PROTOCOL + JSON.stringify(document), Number(port), host, () => undefined);
      },
    };
  };
}
