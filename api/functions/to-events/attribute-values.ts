/** Reads and compares attribute values as they come in stream records. */
import type { AttributeValue } from 'aws-lambda';

export type Image = Record<string, AttributeValue>;

export const text = (image: Image | undefined, name: string): string | undefined => image?.[name]?.S;

/** A whole number; 0 when absent. */
export const integer = (image: Image | undefined, name: string): number => Number(image?.[name]?.N ?? 0);

/** Whether an attribute has a value other than null. */
export const isSet = (image: Image | undefined, name: string): boolean =>
  image?.[name] !== undefined && image[name].NULL !== true;

/** Whether two values are the same to DynamoDB: the order of map keys and set members means nothing. */
export const isSame = (one: AttributeValue | undefined, other: AttributeValue | undefined): boolean =>
  canonical(one) === canonical(other);

function canonical(value: AttributeValue | undefined): string {
  if (value === undefined) return '';
  if (value.M)
    return JSON.stringify([
      'M',
      Object.keys(value.M)
        .sort()
        .map((key) => [key, canonical(value.M![key])]),
    ]);
  if (value.L) return JSON.stringify(['L', value.L.map(canonical)]);
  const set = value.SS ?? value.NS ?? value.BS;
  if (set) return JSON.stringify([Object.keys(value)[0], [...set].sort()]);
  return JSON.stringify(Object.entries(value)[0]);
}
