/** Where a text stops being JSON: zero-based offset with line and column from 1. */
export interface JsonPosition {
  offset: number;
  line: number;
  column: number;
}

const TOKEN =
  /[\t\n\r ]*(?:([{}[\]:,])|"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w))/y;

/**
 * Finds the first offset at which the text can no longer be JSON (RFC 8259). For messages only: `JSON.parse` decides
 * whether a text is JSON, and its messages do not always name a position.
 */
export function jsonErrorPosition(text: string): JsonPosition {
  const offset = errorOffset(text);
  const before = text.slice(0, offset);
  return {
    offset,
    line: before.split('\n').length,
    column: offset - before.lastIndexOf('\n'),
  };
}

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'separator' | 'nothing';

function errorOffset(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let end = 0;
  for (;;) {
    TOKEN.lastIndex = end;
    const match = TOKEN.exec(text);
    if (match === null) return endOfSpace(text, end);
    const start = endOfSpace(text, end);
    const next = after(expected, match[1] ?? (text[start] === '"' ? 'text' : 'plain'), open);
    if (next === undefined) return start;
    expected = next;
    end = TOKEN.lastIndex;
  }
}

/** What may follow a token, or undefined when the token may not stand there. Keeps `open` up to date. */
function after(expected: Expected, token: string, open: ('{' | '[')[]): Expected | undefined {
  const closed = (): Expected => (open.length === 0 ? 'nothing' : 'separator');
  const value = expected === 'value' || expected === 'valueOrEnd';
  if (token === '{' && value) {
    open.push('{');
    return 'keyOrEnd';
  }
  if (token === '[' && value) {
    open.push('[');
    return 'valueOrEnd';
  }
  const inside = open.at(-1);
  if (token === '}' && inside === '{' && (expected === 'keyOrEnd' || expected === 'separator')) {
    open.pop();
    return closed();
  }
  if (token === ']' && inside === '[' && (expected === 'valueOrEnd' || expected === 'separator')) {
    open.pop();
    return closed();
  }
  if (token === ':' && expected === 'colon') return 'value';
  if (token === ',' && expected === 'separator') return inside === '{' ? 'key' : 'value';
  if (token === 'text' && (expected === 'key' || expected === 'keyOrEnd')) return 'colon';
  if ((token === 'text' || token === 'plain') && value) return closed();
  return undefined;
}

function endOfSpace(text: string, from: number): number {
  const space = /[\t\n\r ]*/y;
  space.lastIndex = from;
  space.exec(text);
  return space.lastIndex;
}
