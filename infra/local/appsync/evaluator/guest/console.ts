/** `console.log` and `console.error` of resolver code: kept as text and delivered with the evaluation. */
import { record } from './evaluation.ts';

function text(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
}

export const guestConsole = {
  log: (...values: unknown[]): void => {
    record().logs.push(values.map(text).join(' '));
  },
  error: (...values: unknown[]): void => {
    record().logs.push(`ERROR ${values.map(text).join(' ')}`);
  },
};
