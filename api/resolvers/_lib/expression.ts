/** What is written, as expressions and attributes. It needs nothing of AppSync, so that functions write as resolvers do. */

/** An expression with its names and plain values. */
export interface Expression {
  expression: string;
  expressionNames: Record<string, string>;
  expressionValues: Record<string, unknown>;
}

/** A value that DynamoDB stores; null and undefined are left out. */
export type Attributes = Record<string, unknown>;

/** The attributes that hold something: null and undefined are not stored. */
export function held(values: Attributes): Attributes {
  const kept: Attributes = {};
  for (const name in values) {
    if (values[name] !== null && values[name] !== undefined) {
      kept[name] = values[name];
    }
  }
  return kept;
}

/** Only the named attributes, where they hold something. */
export function pick(values: Attributes, names: string[]): Attributes {
  const kept: Attributes = {};
  for (const name of names) {
    if (values[name] !== null && values[name] !== undefined) {
      kept[name] = values[name];
    }
  }
  return kept;
}

/**
 * Sets what holds something and removes what is null, in the item and, where `card` names it, in its card.
 * `version` goes up by one.
 */
export function updateExpression(changes: Attributes, card: string[]): Expression {
  const set: string[] = ['#version = #version + :one', '#card.#version = #version + :one'];
  const remove: string[] = [];
  const names: Record<string, string> = { '#version': 'version', '#card': 'card' };
  const values: Record<string, unknown> = { ':one': 1 };
  for (const name in changes) {
    names[`#${name}`] = name;
    if (changes[name] === null || changes[name] === undefined) {
      remove.push(`#${name}`);
      if (card.includes(name)) {
        remove.push(`#card.#${name}`);
      }
    } else {
      values[`:${name}`] = changes[name];
      set.push(`#${name} = :${name}`);
      if (card.includes(name)) {
        set.push(`#card.#${name} = :${name}`);
      }
    }
  }
  const removal = remove.length > 0 ? ` REMOVE ${remove.join(', ')}` : '';
  return {
    expression: `SET ${set.join(', ')}${removal}`,
    expressionNames: names,
    expressionValues: values,
  };
}
