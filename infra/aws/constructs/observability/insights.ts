/** Who causes it: the greatest contributors among tenants and routes, and groups of traces. */
import type { Stack } from 'aws-cdk-lib';
import { CfnInsightRule } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnQueryDefinition } from 'aws-cdk-lib/aws-logs';
import { CfnGroup } from 'aws-cdk-lib/aws-xray';
import type { Construct } from 'constructs';
import type { Parts } from './parts.ts';

export interface InsightsProps {
  prefix: string;
  parts: Pick<Parts, 'logGroups'>;
}

/** Fields of our lines: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContributorInsights-RuleSyntax.html */
const RULES = {
  'tenants-by-events': {
    groups: (name: string) => name !== 'rest',
    keys: ['$.tenantId'],
    filters: [{ Match: '$.message', In: ['event handled'] }],
  },
  'tenants-by-failures': {
    groups: (name: string) => name !== 'rest',
    keys: ['$.tenantId', '$.service'],
    filters: [{ Match: '$.level', In: ['ERROR'] }],
  },
  'tenants-by-model-cost': {
    groups: (name: string) => /^(?:embed|enrich-|search$)/.test(name),
    keys: ['$.tenantId'],
    filters: [{ Match: '$.ModelCost', GreaterThan: 0 }],
    sums: '$.ModelCost',
  },
  'routes-by-faults': {
    groups: (name: string) => name === 'rest',
    keys: ['$.route', '$.status'],
    filters: [{ Match: '$.status', GreaterThan: 499 }],
  },
};

/** Questions that operators ask of the log, by name. */
const QUERIES = {
  'one request, from the edge to its last consumer': [
    'filter requestId = "<the id>"',
    'fields @timestamp, service, message, eventType, status, durationMs, lagMs, error.message',
    'sort @timestamp asc',
  ],
  'errors by function': [
    'filter level = "ERROR"',
    'stats count(*) as lines, latest(error.message) as last by service, error.name',
    'sort lines desc',
  ],
  'what a tenant used': [
    'filter (message = "call" or message = "event handled") and ispresent(tenantId)',
    'stats count(*) as calls, sum(durationMs) / 1000 as seconds by tenantId, service',
    'sort calls desc',
  ],
};

export function addInsights(scope: Construct, stack: Stack, { prefix, parts }: InsightsProps): void {
  for (const [name, rule] of Object.entries(RULES)) {
    const { groups, keys, filters } = rule;
    new CfnInsightRule(scope, name, {
      ruleName: `${prefix}-${name}`,
      ruleState: 'ENABLED',
      ruleBody: stack.toJsonString({
        Schema: { Name: 'CloudWatchLogRule', Version: 1 },
        AggregateOn: 'sums' in rule ? 'Sum' : 'Count',
        Contribution: {
          Keys: keys,
          Filters: filters,
          ...('sums' in rule && { ValueOf: rule.sums }),
        },
        LogFormat: 'JSON',
        LogGroupNames: parts.logGroups
          .filter((group) => groups(group.name))
          .map(({ part }) => part.logGroupName),
      }),
    });
  }
  for (const [index, [name, lines]] of Object.entries(QUERIES).entries()) {
    new CfnQueryDefinition(scope, `Query-${index}`, {
      name: `${prefix}/${name}`,
      queryString: lines.join('\n| '),
      logGroupNames: parts.logGroups.map(({ part }) => part.logGroupName),
    });
  }
  const groups = {
    faults: 'fault = true',
    slow: 'responsetime > 1',
    publishing: 'annotation.service = "publisher"',
    models: 'annotation.service BEGINSWITH "enrich-"',
  };
  for (const [name, filterExpression] of Object.entries(groups)) {
    new CfnGroup(scope, `Traces-${name}`, {
      groupName: `${prefix}-${name}`,
      filterExpression,
      insightsConfiguration: { insightsEnabled: name === 'faults', notificationsEnabled: false },
    });
  }
}
