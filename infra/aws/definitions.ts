import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StateMachineRow } from '../inventory.types.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Texts of state machines' definitions, by name. CloudFormation puts the functions' ARNs in. */
export const readDefinitions = (rows: readonly StateMachineRow[]): Map<string, string> =>
  new Map(rows.map((row) => [row.name, readFileSync(join(ROOT, row.definition), 'utf8')]));
