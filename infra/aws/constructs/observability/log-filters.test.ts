/** Which lines of logs are counted, as prod's template holds it. */
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addStacks } from '../../stacks.ts';
import { exampleDeployment, resourcesOf } from '../../testing.ts';
import { Observability } from './observability.ts';

const outdir = mkdtempSync(join(tmpdir(), 'log-filters-'));
let platform: Template;
let watched: Template;
beforeAll(() => {
  const app = new App({ outdir, analyticsReporting: false, builtinCloudFormationValidation: false });
  const made = addStacks(app, exampleDeployment());
  platform = Template.fromStack(made.platform);
  watched = Template.fromStack(made.platform.node.findAll().find((part) => part instanceof Observability)!);
}, 60_000);
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

describe('logs', () => {
  /** Ids of the log groups that are filtered for a metric, as the nested stack's parameters name them. */
  const filtered = (metricName: string): string[] =>
    Object.values(resourcesOf(watched, 'AWS::Logs::MetricFilter'))
      .filter(({ Properties }) =>
        JSON.stringify(Properties.MetricTransformations).includes(`"${metricName}"`),
      )
      .map(({ Properties }) => (Properties['LogGroupName'] as { Ref: string }).Ref);

  it('of all are counted for errors', () => {
    const groups = Object.keys(resourcesOf(platform, 'AWS::Logs::LogGroup'));

    expect(filtered('ErrorLines')).toHaveLength(groups.length);
  });

  it('are searched for secrets where lines are ours, and nowhere that a caller writes', () => {
    const groups = Object.keys(resourcesOf(platform, 'AWS::Logs::LogGroup')).map((id) => id.slice(0, -8));
    const ofCallers = groups.filter((id) => /Firewall|^ApiLog$|(?:Http|Graphql)\w*Log$/.test(id));
    const searched = filtered('SecretsInLogs').map((ref) => ref.replace(/^.*Artissist|.{11}$/g, ''));

    expect(ofCallers.length).toBeGreaterThanOrEqual(7);
    expect(searched.toSorted()).toEqual(groups.filter((id) => !ofCallers.includes(id)).toSorted());
  });

  it('look for tokens of ours and for those of others', () => {
    watched.hasResourceProperties('AWS::Logs::MetricFilter', {
      FilterPattern: Match.stringLikeRegexp('art_.*eyJ.*AKIA'),
      MetricTransformations: [
        Match.objectLike({ MetricName: 'SecretsInLogs', MetricNamespace: 'artissist' }),
      ],
    });
  });
});
