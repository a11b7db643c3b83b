import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { jsonErrorPosition } from './json-position.ts';
import { badInput, RestError, shown } from './rest-error.ts';

/** The most bytes that a body may have. */
export const MAX_BODY = 1_048_576;

const JSON_TYPES = ['application/json', 'application/merge-patch+json'];

/** The body as a JSON object; undefined when there is none. Throws 400, 413 or 415. */
export function jsonBody(
  event: Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded' | 'headers'>,
): Record<string, unknown> | undefined {
  if (event.body === undefined || event.body === '') return undefined;
  checkFormat(event.headers);
  const text = event.isBase64Encoded ? decoded(event.body) : event.body;
  const size = Buffer.byteLength(text);
  if (size > MAX_BODY) {
    throw new RestError(
      'TooLarge',
      `The body may have at most ${MAX_BODY} bytes. Received: ${size} or more.`,
    );
  }
  return parsed(text);
}

/** Refuses what is not JSON in UTF-8 as it is: RFC 8259 section 8.1, RFC 9110 sections 8.4 and 15.5.16. */
function checkFormat(headers: APIGatewayProxyEventV2['headers']): void {
  const [media = '', ...parameters] = (headers['content-type'] ?? '').split(';').map((part) => part.trim());
  if (!JSON_TYPES.includes(media.toLowerCase())) {
    throw unsupported('Content-Type', media === '' ? 'no Content-Type' : shown(media));
  }
  const charset = parameters.find((parameter) => /^charset=/i.test(parameter));
  if (charset !== undefined && !/^charset="?utf-?8"?$/i.test(charset)) {
    throw unsupported('Content-Type', shown(`${media}; ${charset}`));
  }
  const coding = headers['content-encoding']?.trim() ?? '';
  if (coding !== '' && coding.toLowerCase() !== 'identity') {
    throw unsupported('Content-Encoding', shown(coding));
  }
}

/** 415. `Accept-Encoding` says that a coding is what was wrong, RFC 9110 section 15.5.16. */
function unsupported(field: 'Content-Type' | 'Content-Encoding', received: string): RestError {
  const fix =
    field === 'Content-Type'
      ? 'Send JSON in UTF-8 with Content-Type: application/json.'
      : 'Send the body as it is, without Content-Encoding.';
  return new RestError('UnsupportedMediaType', `${fix} Received: ${received}.`, {
    errors: [{ field, received, fix }],
    headers: {
      'accept-patch': JSON_TYPES.join(', '),
      'accept-post': 'application/json',
      ...(field === 'Content-Encoding' && { 'accept-encoding': 'identity' }),
    },
  });
}

function decoded(base64: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'));
  } catch (cause) {
    const received = 'bytes that are not UTF-8';
    throw new RestError('BadInput', `The body must be JSON in UTF-8. Received: ${received}.`, {
      errors: [{ field: 'body', received, fix: 'Send JSON in UTF-8.' }],
      cause,
    });
  }
}

function parsed(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const { offset, line, column } = jsonErrorPosition(text);
    const found = offset >= text.length ? 'the end of the text' : shown(text.slice(offset, offset + 20));
    const received = `${found} at line ${line}, column ${column} (offset ${offset})`;
    const fix = 'Send one JSON object, as JSON.stringify writes it.';
    throw new RestError('BadInput', `The body must be JSON. Received: ${received}.`, {
      errors: [{ field: 'body', received, fix }],
      cause,
    });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badInput([{ field: 'body', received: shown(value), fix: 'The body must be a JSON object.' }]);
  }
  return value as Record<string, unknown>;
}
