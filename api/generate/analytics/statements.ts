/** The statements of `api/analytics/`, in the words of each engine that runs them. */
import { readFileSync } from 'node:fs';
import { BOTS } from '../../analytics/bots.ts';
import { CLEAN, FIGURES } from '../../analytics/steps.ts';
import { expand, readMacros, withoutComments } from './macros.ts';

export const DIALECTS = ['duckdb', 'spark', 'athena'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** A statement by its folder and name, without macros. `{{day}}` and `{{salt}}` stand in it still. */
export function statement(root: URL, dialect: Dialect, folder: 'clean' | 'figures', name: string): string {
  const read = (path: string): string => readFileSync(new URL(`api/analytics/${path}.sql`, root), 'utf8');
  const macros = readMacros(read(`macros/${dialect}`).replaceAll('{{bots}}', BOTS));
  return expand(withoutComments(read(`${folder}/${name}`)), macros);
}

/** The module that the programs import: texts alone, so that bundles carry no files. */
export function statementsModule(root: URL): string {
  const texts = (names: readonly string[], folder: 'clean' | 'figures', dialect: Dialect) =>
    Object.fromEntries(names.map((name) => [name, statement(root, dialect, folder, name)]));
  const shown = (value: object): string => JSON.stringify(value, null, 2);
  return `// Made of the statements and macros beside it. Run \`npm run generate\`; do not edit.
import type { CleanStep, Figure } from './steps.ts';

/** Makes visits of a log: on this machine, and in Glue. */
export const clean: Record<'duckdb' | 'spark', Record<CleanStep, string>> = ${shown({
    duckdb: texts(CLEAN, 'clean', 'duckdb'),
    spark: texts(CLEAN, 'clean', 'spark'),
  })};

/** Counts visits: on this machine, and in Athena. */
export const figures: Record<'duckdb' | 'athena', Record<Figure, string>> = ${shown({
    duckdb: texts(FIGURES, 'figures', 'duckdb'),
    athena: texts(FIGURES, 'figures', 'athena'),
  })};
`;
}
