/**
 * What may stand in a log: names, ids, numbers and where code failed. Never a token, what somebody wrote, or an address of
 * a person, whatever an error carries along.
 */

/** Members whose text is an id, a name of ours or of AWS, or a time. Texts of all others are withheld. */
const NAMES = new Set(
  [
    'assetId at awsRequestId by code consumer day enrichmentId entity entityId errorType eventId eventType execution',
    'function id kind messageId method model month name operation origin outcome projectId requestId route scope',
    'service signal stage state status step table tenantId traceId type unit via',
  ]
    .join(' ')
    .split(' '),
);

const LONGEST = 300;
const DEEPEST = 5;
const MOST = 20;

/** Where a secret or a person could stand in a text, and what stands there instead. */
const SCRUBBED: ReadonlyArray<[RegExp, string]> = [
  [/\beyJ[\w-]*\.[\w-]+(?:\.[\w-]*)?/g, '[token]'],
  [/\bart_[\w-]+/g, '[token]'],
  [/\bda2-[a-z0-9]+/g, '[key]'],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{12,}/g, '[key]'],
  [/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 [token]'],
  [/([?&](?:x-amz-[\w-]+|signature|token|code|state|expires|key|q)=)[^&\s"']*/gi, '$1[withheld]'],
  [/[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[^\s@<>"'(),;:]+/g, '[address]'],
  // Errors of ours end with what was received; those of parsers quote it.
  [/\bReceived:[\s\S]*/g, 'Received: [withheld]'],
  [/"(?:[^"\\]|\\.)*"?/g, '"[withheld]"'],
  [/`[^`]*`?/g, '`[withheld]`'],
];

/** Ids, names and routes of ours, which hold nothing to leave out: most of what is logged. */
const PLAIN = /^(?!.*(?:art_|eyJ|da2-|AKIA|ASIA))[\w.:+/{}-]{0,80}$/;

/** A text without what could be a secret, a person's address or a quotation. */
export function scrubbed(text: string): string {
  if (PLAIN.test(text)) return text;
  const clean = SCRUBBED.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text);
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}…` : clean;
}

/** Something that is going to be logged, with everything left out that may not be. Never throws. */
export function withheld(value: unknown, name = '', depth = 0): unknown {
  switch (typeof value) {
    case 'number':
    case 'boolean':
    case 'undefined':
      return value;
    case 'bigint':
      return String(value);
    case 'string':
      return NAMES.has(name) ? scrubbed(value) : `[${value.length} characters]`;
    case 'object':
      break;
    default:
      return `[${typeof value}]`;
  }
  if (value === null) return null;
  if (depth >= DEEPEST) return '[more]';
  try {
    if (value instanceof Error) return withheldError(value, depth);
    if (value instanceof Date) return value.toISOString();
    if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
    if (Array.isArray(value)) return value.slice(0, MOST).map((each) => withheld(each, name, depth + 1));
    return withheldMembers(value as Record<string, unknown>, depth);
  } catch {
    return '[unreadable]';
  }
}

/** Each call has such a line, so it makes nothing but the answer. */
function withheldMembers(value: Readonly<Record<string, unknown>>, depth: number): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  const names = Object.keys(value);
  for (let at = 0; at < names.length && at < MOST; at += 1) {
    const name = names[at] as string;
    const inner = value[name];
    // A number needs no look.
    members[name] = typeof inner === 'number' ? inner : withheld(inner, name, depth + 1);
  }
  return members;
}

/** Frames of a stack name files and functions, and nothing else. */
const framesOf = (stack: string, message: string): string[] =>
  stack
    .slice(Math.max(0, stack.indexOf(message)) + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());

function withheldError(error: Error, depth: number): Record<string, unknown> {
  const { name, message, stack = '', cause } = error;
  const { code, errorType, $metadata } = error as {
    code?: unknown;
    errorType?: unknown;
    $metadata?: { httpStatusCode?: number; requestId?: string };
  };
  const errors = error instanceof AggregateError ? (error.errors as unknown[]) : undefined;
  return {
    name: scrubbed(name),
    message: scrubbed(message),
    stack: framesOf(stack, message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof errorType === 'string' ? { errorType: scrubbed(errorType) } : {}),
    ...($metadata && { status: $metadata.httpStatusCode, awsRequestId: $metadata.requestId }),
    ...(cause !== undefined && { cause: withheld(cause, '', depth + 1) }),
    ...(errors && { errors: withheld(errors, '', depth + 1) }),
  };
}
