/** What alarms mean: on which sums they fire, and what they are worth together. */
import type { Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { resourcesOf } from '../../testing.ts';
import { BURNS } from './burn-rate.ts';
import { watchedTemplates } from './testing.ts';

interface AlarmProperties {
  AlarmName: string;
  Threshold: number;
  EvaluationPeriods: number;
  DatapointsToAlarm?: number;
  Metrics?: Array<{
    Id: string;
    Expression?: string;
    MetricStat?: { Stat: string; Metric: { MetricName: string } };
  }>;
}

let templates: ReturnType<typeof watchedTemplates>;
beforeAll(() => {
  templates = watchedTemplates();
}, 60_000);

const alarmIn = (template: Template, name: string): AlarmProperties => {
  const all = Object.values(resourcesOf(template, 'AWS::CloudWatch::Alarm'));
  const found = all.find(({ Properties }) => Properties.AlarmName === `artissist-${name}`);
  if (!found) throw new Error(`There is no alarm ${name}.`);
  return found.Properties as unknown as AlarmProperties;
};
/** The formula of an alarm, and the statistics in it by their name. */
const formulaOf = ({ Metrics = [] }: AlarmProperties) => ({
  expression: Metrics.find(({ Expression }) => Expression !== undefined)?.Expression,
  statistics: Object.fromEntries(
    Metrics.flatMap(({ Id, MetricStat }) =>
      MetricStat ? [[Id, `${MetricStat.Metric.MetricName} ${MetricStat.Stat}`]] : [],
    ),
  ),
});

describe('a promise', () => {
  it.each([
    [
      'watched',
      'rest-availability',
      '100 * FILL(failed, 0) / total',
      { total: 'Count Sum', failed: '5xx Sum' },
    ],
    [
      'watched',
      'search-availability',
      '100 * FILL(failed, 0) / total',
      { total: 'Count Sum', failed: '5xx Sum' },
    ],
    [
      'watched',
      'graphql-availability',
      '100 * FILL(failed, 0) / total',
      { total: 'Latency SampleCount', failed: '5XXError Sum' },
    ],
    ['watched', 'rest-latency', '100 - quick', { total: 'Latency SampleCount', quick: 'Latency PR(:1000)' }],
    [
      'watched',
      'graphql-latency',
      '100 - quick',
      { total: 'Latency SampleCount', quick: 'Latency PR(:1000)' },
    ],
    [
      'watched',
      'publish-freshness',
      '100 - quick',
      { total: 'EventLag SampleCount', quick: 'EventLag PR(:30000)' },
    ],
    ['traffic', 'site-availability', 'rate', { total: 'Requests Sum', rate: '5xxErrorRate Average' }],
    [
      'traffic',
      'site-latency',
      '100 - quick',
      { total: 'OriginLatency SampleCount', quick: 'OriginLatency PR(:1000)' },
    ],
  ] as const)('in %s, %s is broken by the percent that %s', (where, name, bad, statistics) => {
    for (const { long, short } of BURNS)
      for (const window of [long, short])
        expect(formulaOf(alarmIn(templates[where], `${name}-${window.toMinutes()}m`))).toEqual({
          expression: `IF(FILL(total, 0) >= 20, ${bad}, 0)`,
          statistics,
        });
  });

  it('is told when both windows of a rate say so, and at any of the rates', () => {
    const composites = Object.values(resourcesOf(templates.watched, 'AWS::CloudWatch::CompositeAlarm'));
    const rule = JSON.stringify(
      composites.find(({ Properties }) => Properties.AlarmName === 'artissist-journey-tool')?.Properties
        .AlarmRule,
    );
    const pairs = [...rule.matchAll(/restavailability(\d+)m.*?\b(AND|OR)\b.*?restavailability(\d+)m/g)];

    expect(pairs.map(([, long, word, short]) => [Number(long), word, Number(short)])).toEqual(
      BURNS.filter(({ urgency }) => urgency === 'page').map(({ long, short }) => [
        long.toMinutes(),
        'AND',
        short.toMinutes(),
      ]),
    );
  });
});

describe('a component', () => {
  it.each([
    ['rest-errors', 5, 2, 3],
    ['rest-throttles', 1, 2, 3],
    ['Undelivered-waiting', 1, 1, 1],
    ['publisher-age', 900, 3, 3],
    ['enrich-age', 14_400, 3, 3],
    ['Pipe-failed', 1, 3, 3],
    ['table-WriteThrottleEvents', 1, 3, 3],
    ['secrets-in-logs', 1, 1, 1],
  ])('%s rings from %i on, in %i of %i periods', (name, threshold, bad, looked) => {
    expect(alarmIn(templates.watched, name)).toMatchObject({
      Threshold: threshold,
      DatapointsToAlarm: bad,
      EvaluationPeriods: looked,
    });
  });
});
