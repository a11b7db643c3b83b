/** Ids of traces, as X-Ray and the W3C write them in headers. */

/**
 * Id of the trace in a request's headers: `Root` of X-Ray's, or that of the W3C's `traceparent`.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader
 * https://www.w3.org/TR/trace-context/#traceparent-header
 */
export const traceIn = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
): string | undefined =>
  xrayHeader(text(headers['x-amzn-trace-id'])).root ?? traceparent(text(headers.traceparent))?.traceId;

const text = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

export interface XrayHeader {
  /** `1-5759e988-bd862e3fe1be46a994272793`. */
  root?: string;
  /** Id of the segment that calls, 16 hexadecimal digits. */
  parent?: string;
  sampled: boolean;
}

/** Reads `Root=...;Parent=...;Sampled=1`; what is not well formed is left out. */
export function xrayHeader(header: string | undefined): XrayHeader {
  const members: Partial<Record<string, string>> = Object.fromEntries(
    (header ?? '').split(';').map((member) => member.trim().split('=', 2) as [string, string]),
  );
  const { Root: root = '', Parent: parent = '', Sampled: sampled } = members;
  return {
    ...(/^1-[0-9a-f]{8}-[0-9a-f]{24}$/.test(root) && { root }),
    ...(/^[0-9a-f]{16}$/.test(parent) && { parent }),
    sampled: sampled === '1',
  };
}

/** Reads `00-<trace>-<span>-<flags>`. */
export function traceparent(header: string): { traceId: string; spanId: string } | undefined {
  const [, traceId, spanId] =
    /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}$/.exec(header) ?? [];
  return traceId !== undefined && spanId !== undefined ? { traceId, spanId } : undefined;
}
