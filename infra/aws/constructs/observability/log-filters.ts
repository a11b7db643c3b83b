/**
 * Figures of what stands in logs: lines of errors, and lines that look as if a secret had got there, which
 * `api/observability/withheld.ts` prevents.
 */
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Parts } from './parts.ts';

export const ERROR_LINES = 'ErrorLines';
export const SECRETS_IN_LOGS = 'SecretsInLogs';

/** How tokens of ours, JSON Web Tokens and keys begin. */
const SECRETS = ['art_', 'eyJhbGciOi', 'eyJraWQiOi', 'Bearer ey', 'AKIA', 'X-Amz-Signature='];

/** Leaks are looked for where lines are ours: elsewhere a caller could ring the alarm with an address of their choice. */
export function addLogFilters(
  scope: Construct,
  namespace: string,
  { logGroups, ownLogGroups }: Pick<Parts, 'logGroups' | 'ownLogGroups'>,
): void {
  for (const { name, part: logGroup } of logGroups) {
    new MetricFilter(scope, `${name}-${ERROR_LINES}`, {
      logGroup,
      filterPattern: FilterPattern.any(
        FilterPattern.stringValue('$.level', '=', 'ERROR'),
        // What the runtime says of a process that it had to end.
        FilterPattern.exists('$.errorType'),
      ),
      metricNamespace: namespace,
      metricName: ERROR_LINES,
      metricValue: '1',
      defaultValue: 0,
    });
  }
  for (const { name, part: logGroup } of ownLogGroups) {
    new MetricFilter(scope, `${name}-${SECRETS_IN_LOGS}`, {
      logGroup,
      filterPattern: FilterPattern.anyTerm(...SECRETS),
      metricNamespace: namespace,
      metricName: SECRETS_IN_LOGS,
      metricValue: '1',
      defaultValue: 0,
    });
  }
}
