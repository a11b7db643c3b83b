/**
 * Macros of SQL, expanded as text: `CREATE MACRO name(parameter, ...) AS expression;`. DuckDB has such statements itself,
 * Spark 3.5 and Athena have not, so all three are given statements without any.
 */

export interface Macro {
  parameters: string[];
  body: string;
}

const DEFINITION = /^CREATE MACRO (\w+)\(([^)]*)\) AS (.+);$/;
const NAME = /[A-Za-z_]\w*/y;

/**
 * One definition a line; lines of comments and empty ones are passed over.
 * @throws Error that shows the line which is neither
 */
export function readMacros(text: string): ReadonlyMap<string, Macro> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('--'));
  return new Map(
    lines.map((line) => {
      const [, name = '', parameters = '', body = ''] = DEFINITION.exec(line) ?? [];
      if (name === '')
        throw new Error(`Write a macro in one line, CREATE MACRO name(a) AS b; Received: ${line}`);
      return [name, { parameters: parameters.split(',').map((each) => each.trim()), body }];
    }),
  );
}

/** The text with every call of a macro replaced by its expression, in parentheses. @throws Error at a wrong call */
export function expand(text: string, macros: ReadonlyMap<string, Macro>): string {
  return replaceNames(text, (name, after) => {
    const macro = macros.get(name);
    if (!macro || text[after] !== '(') return undefined;
    const { values, end } = argumentsAt(text, after);
    if (values.length !== macro.parameters.length)
      throw new Error(
        `${name} takes ${macro.parameters.length} arguments. Received: ${text.slice(after, end)}`,
      );
    const given = new Map(macro.parameters.map((parameter, at) => [parameter, values[at] ?? '']));
    const body = replaceNames(expand(macro.body, macros), (word, next) => {
      const value = given.get(word);
      return value === undefined ? undefined : { text: expand(value, macros), end: next };
    });
    return { text: `(${body})`, end };
  });
}

/** Statements without their comments. */
export const withoutComments = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('--'))
    .join('\n')
    .trim();

type Replacement = { text: string; end: number } | undefined;

/** Goes through the names of a statement that stand outside of quotes. */
function replaceNames(text: string, replace: (name: string, after: number) => Replacement): string {
  let out = '';
  for (let at = 0; at < text.length;) {
    if (text[at] === "'") {
      const end = quoteEnd(text, at);
      out += text.slice(at, end);
      at = end;
      continue;
    }
    NAME.lastIndex = at;
    const [name] = NAME.exec(text) ?? [];
    if (name === undefined) {
      out += text.charAt(at);
      at += 1;
      continue;
    }
    const replaced = replace(name, at + name.length);
    out += replaced?.text ?? name;
    at = replaced?.end ?? at + name.length;
  }
  return out;
}

/** The arguments of the call whose parenthesis opens at `open`. */
function argumentsAt(text: string, open: number): { values: string[]; end: number } {
  const values: string[] = [];
  let depth = 0;
  let from = open + 1;
  for (let at = open; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "'") at = quoteEnd(text, at) - 1;
    else if (sign === '(') depth += 1;
    else if (sign === ',' && depth === 1) {
      values.push(text.slice(from, at).trim());
      from = at + 1;
    } else if (sign === ')') {
      depth -= 1;
      if (depth === 0) return { values: [...values, text.slice(from, at).trim()], end: at + 1 };
    }
  }
  throw new Error(`A parenthesis is not closed: ${text.slice(open, open + 80)}`);
}

/** Behind the quote that closes the one at `open`. */
function quoteEnd(text: string, open: number): number {
  const close = text.indexOf("'", open + 1);
  if (close === -1) throw new Error(`A quote is not closed: ${text.slice(open, open + 80)}`);
  return close + 1;
}
