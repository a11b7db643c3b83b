/** Each function that is deployed tells of itself, by its own name, or a reason says why it does not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { inventory } from '../inventory.ts';
import { cloudFunctions } from './cloud-functions.ts';
import { resourcesOf, synthesise } from './testing.ts';

const ROOT = join(import.meta.dirname, '../..');
const WRAPPER = '#api/observability/function.lambda.ts';
const rows = [...inventory.functions, ...cloudFunctions];

/** Functions that nothing wraps, with what tells of them instead. */
const NOT_OBSERVED: Record<string, string> = {
  'site-response':
    "Lambda@Edge has neither variables nor tracing, and a log in each region: CloudFront's log has a line of each request.",
};

/** Whether the entry's handler is made by the wrapper, whatever the path that imports it. */
const isObserved = (entry: string): boolean => {
  const code = readFileSync(join(ROOT, entry), 'utf8');
  const imported = /import \{ lambda \} from '([^']+)';/.exec(code)?.[1] ?? '';
  const isTheWrapper =
    imported === WRAPPER || join(ROOT, entry, '..', imported) === join(ROOT, WRAPPER.slice(1));
  return isTheWrapper && /^export const handler = lambda\(/m.test(code);
};

describe('a function', () => {
  it.each(rows.map(({ name, entry }) => [name, entry] as const))(
    'is observed, or says why not: %s',
    (name, entry) => {
      expect(isObserved(entry)).toBe(!Object.hasOwn(NOT_OBSERVED, name));
    },
  );

  it('has no reason left over', () => {
    expect(Object.keys(NOT_OBSERVED).filter((name) => !rows.some((row) => row.name === name))).toEqual([]);
  });

  it('has the name of its row in its lines and figures, and is traced', () => {
    const { data, platform } = synthesise();
    const told = [data, platform].flatMap((template: Template) =>
      Object.values(resourcesOf(template, 'AWS::Lambda::Function')).map(({ Properties }) => ({
        variables: (Properties.Environment as { Variables?: Record<string, string> } | undefined)?.Variables,
        tracing: (Properties.TracingConfig as { Mode?: string } | undefined)?.Mode,
      })),
    );
    const observed = rows.filter(({ name }) => !Object.hasOwn(NOT_OBSERVED, name));

    expect(told.map(({ variables }) => variables?.POWERTOOLS_SERVICE_NAME).sort()).toEqual(
      observed.map(({ name }) => name).sort(),
    );
    for (const { variables, tracing } of told) {
      expect(variables?.POWERTOOLS_METRICS_NAMESPACE).toBe('artissist');
      expect(tracing).toBe('Active');
    }
  });
});
