import { createHash } from 'node:crypto';
import type { Question } from './port.ts';

/** SHA-256 as 64 hex digits. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** The name of a question's answer: the same for the same question, whatever the order of its members. */
export const nameOf = ({ model, promptVersion, input }: Question): string =>
  sha256(JSON.stringify([model, promptVersion, input], inOrder));

/** Members of objects in the order of their names. */
function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
