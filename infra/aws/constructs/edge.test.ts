/** The firewall and the function at the edge, and the records that lead there, as the templates hold them. */
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleSettings } from '../settings.ts';
import { stageOf } from '../stages.ts';
import { exampleDeployment, resourcesOf, synthesise } from '../testing.ts';
import { siteResponseVersion } from './edge.ts';

let edge: Template;
let platform: Template;

beforeAll(() => {
  ({ edge, platform } = synthesise());
});

/** A template's only resource of a type. */
function only(template: Template, type: string) {
  const [id = '', ...more] = Object.keys(resourcesOf(template, type));
  expect(more).toEqual([]);
  return { id, ...resourcesOf(template, type)[id] };
}

interface Rule {
  Name: string;
  Priority: number;
  Action?: object;
  OverrideAction?: object;
  Statement: {
    RateBasedStatement?: { Limit: number; AggregateKeyType: string; ScopeDownStatement?: object };
    ManagedRuleGroupStatement?: { Name: string; RuleActionOverrides: { Name: string }[] };
  };
}
const rulesOf = (template: Template): Rule[] =>
  (only(template, 'AWS::WAFv2::WebACL').Properties?.['Rules'] as Rule[]).toSorted(
    (a, b) => a.Priority - b.Priority,
  );

describe('the firewall of the site', () => {
  it('is one for CloudFront, which lets through what no rule names', () => {
    edge.hasResourceProperties('AWS::WAFv2::WebACL', {
      Name: 'artissist-site',
      Scope: 'CLOUDFRONT',
      DefaultAction: { Allow: {} },
    });
  });

  it("limits each address first, by the stage's rate and less for what is made anew, then asks AWS's groups", () => {
    const rules = rulesOf(edge);

    const { site } = stageOf('prod').requestRates;
    const named = rules.map(({ Name, Statement: { RateBasedStatement: rate } }) => [Name, rate?.Limit]);
    expect(named).toEqual([
      ['search-of-one-address', site / 10],
      ['rest-of-one-address', site / 2],
      ['all-of-one-address', site],
      ['AWSManagedRulesAmazonIpReputationList', undefined],
      ['AWSManagedRulesCommonRuleSet', undefined],
      ['AWSManagedRulesKnownBadInputsRuleSet', undefined],
    ]);
    const rates = rules.flatMap(({ Statement }) => Statement.RateBasedStatement ?? []);
    expect(rates.map(({ AggregateKeyType }) => AggregateKeyType)).toEqual(['IP', 'IP', 'IP']);
    expect(
      rates.map(({ ScopeDownStatement: scope }) => JSON.stringify(scope)?.match(/"(\/[a-z0-9]+\/)"/)?.[1]),
    ).toEqual(['/search/', '/v1/', undefined]);
    expect(JSON.stringify(rates)).not.toMatch(/"PositionalConstraint":"(?!STARTS_WITH)/);
    expect(JSON.stringify(rates)).toContain('"PositionalConstraint":"STARTS_WITH"');
  });

  it('tells who is limited when to come again, and refuses what the groups know', () => {
    for (const { Statement, Action, OverrideAction } of rulesOf(edge)) {
      if (Statement.RateBasedStatement === undefined) expect(OverrideAction).toEqual({ None: {} });
      else
        expect(Action).toMatchObject({
          Block: {
            CustomResponse: { ResponseCode: 429, ResponseHeaders: [{ Name: 'retry-after', Value: '60' }] },
          },
        });
    }
    const { CustomResponseBodies } = only(edge, 'AWS::WAFv2::WebACL').Properties as {
      CustomResponseBodies: Record<string, { Content: string }>;
    };
    expect(JSON.parse(CustomResponseBodies['too-many']?.Content ?? '')).toMatchObject({
      type: 'https://artissist.example/docs/problems/Throttled',
      status: 429,
    });
  });

  it('never judges the words of a body, and lets tools come without a name', () => {
    const counted = rulesOf(edge).flatMap(({ Statement }) =>
      (Statement.ManagedRuleGroupStatement?.RuleActionOverrides ?? []).map(({ Name }) => Name),
    );

    expect(counted.filter((name) => !name.endsWith('_BODY'))).toEqual(['NoUserAgent_HEADER']);
    expect(counted).toContain('CrossSiteScripting_BODY');
    expect(counted).toContain('SizeRestrictions_BODY');
  });

  it('logs what it refuses or counts, without what says who somebody is', () => {
    edge.hasResourceProperties('AWS::Logs::LogGroup', {
      LogGroupName: 'aws-waf-logs-artissist-site',
      RetentionInDays: stageOf('prod').logRetention,
    });
    edge.hasResourceProperties('AWS::WAFv2::LoggingConfiguration', {
      LogDestinationConfigs: [
        {
          'Fn::Join': [
            '',
            Match.arrayWith([':log-group:aws-waf-logs-artissist-site'].map(Match.stringLikeRegexp)),
          ],
        },
      ],
      LoggingFilter: Match.objectLike({ DefaultBehavior: 'DROP' }),
      RedactedFields: ['authorization', 'cookie', 'x-api-key', 'x-artissist-origin'].map((Name) => ({
        SingleHeader: { Name },
      })),
    });
  });
});

describe('the function at the edge', () => {
  it('has nothing that Lambda@Edge refuses', () => {
    const { Properties } = only(edge, 'AWS::Lambda::Function');

    expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['x86_64'], MemorySize: 128 });
    expect(Object.keys(Properties ?? {})).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(/Environment|Layers|TracingConfig|Reserved|Vpc|DeadLetter/),
      ]),
    );
    expect(Number(Properties?.['Timeout'])).toBeLessThanOrEqual(30);
  });

  it('may be taken on by the edge, and write its own log wherever it runs', () => {
    edge.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: Match.objectLike({
        Statement: ['lambda.amazonaws.com', 'edgelambda.amazonaws.com'].map((Service) =>
          Match.objectLike({ Principal: { Service } }),
        ),
      }),
    });
    const policies = JSON.stringify(resourcesOf(edge, 'AWS::IAM::Role'));
    expect(policies).toContain(':log-group:/aws/lambda/us-east-1.artissist-site-response');
  });

  it('is given to CloudFront in a version, which stays while copies of it do', () => {
    const { DeletionPolicy } = only(edge, 'AWS::Lambda::Version');

    expect(DeletionPolicy).toBe('Retain');
    edge.hasResourceProperties('AWS::SSM::Parameter', {
      Name: '/artissist/site-response-arn',
      Value: { Ref: only(edge, 'AWS::Lambda::Version').id },
    });
  });

  it('is told apart by its code', () => {
    const folder = mkdtempSync(join(tmpdir(), 'edge-'));
    const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
    write('index.mjs', '1');
    write('not-found.html', 'old');
    const before = siteResponseVersion(folder);

    write('.stamp.json', 'of a build');
    const same = siteResponseVersion(folder);
    write('not-found.html', 'new');
    const after = siteResponseVersion(folder);

    expect(same).toBe(before);
    expect(after).not.toBe(before);
    rmSync(folder, { recursive: true });
  });
});

describe('the distribution', () => {
  const configOf = (template: Template) =>
    only(template, 'AWS::CloudFront::Distribution').Properties?.['DistributionConfig'] as Record<
      string,
      unknown
    > & {
      DefaultCacheBehavior: { LambdaFunctionAssociations?: object[] };
      CacheBehaviors: { PathPattern: string; LambdaFunctionAssociations?: object[] }[];
    };

  it('has the firewall, HTTP/3 and IPv6, and no error pages of its own', () => {
    const config = configOf(platform);

    expect(config).toMatchObject({
      HttpVersion: 'http2and3',
      IPV6Enabled: true,
      WebACLId: expect.anything(),
    });
    expect(config['CustomErrorResponses']).toBeUndefined();
  });

  it('lets the function answer for pages, and for nothing else', () => {
    const { DefaultCacheBehavior, CacheBehaviors } = configOf(platform);

    expect(DefaultCacheBehavior.LambdaFunctionAssociations).toEqual([
      { EventType: 'origin-response', LambdaFunctionARN: expect.anything() },
    ]);
    const others = CacheBehaviors.filter((row) => row.LambdaFunctionAssociations !== undefined);
    expect(others).toEqual([]);
  });

  it('is changed whenever the function is', () => {
    const { bundles } = exampleDeployment();
    writeFileSync(join(bundles.functions.get('site-response') ?? '', 'not-found.html'), 'another');

    const { platform: other } = synthesise({ bundles });

    const noteOf = (template: Template): unknown =>
      Object.values(template.findResources('AWS::CloudFront::Distribution'))[0]?.['Metadata'];
    expect(noteOf(other)).not.toEqual(noteOf(platform));
  });

  it('reads across regions what stands in us-east-1, each by its own name', () => {
    const settings = { ...exampleSettings('prod'), stage: stageOf('prod', 'eu-west-1') };

    const { platform: far } = synthesise({ settings });

    const asked = JSON.stringify(resourcesOf(far, 'Custom::AWS'));
    for (const name of ['certificate-arn', 'site-firewall-arn', 'site-response-arn'])
      expect(asked).toContain(`/artissist/${name}`);
    expect(JSON.stringify(far.toJSON())).not.toMatch(/Fn::ImportValue/);
  });
});

describe('the records of the domain', () => {
  it.each([
    ['artissist.example', 'A'],
    ['artissist.example', 'AAAA'],
    ['api.artissist.example', 'A'],
    ['api.artissist.example', 'AAAA'],
  ])('%s has an alias of type %s', (Name, Type) => {
    platform.hasResourceProperties('AWS::Route53::RecordSet', {
      Name,
      Type,
      AliasTarget: { DNSName: Match.anyValue(), HostedZoneId: Match.anyValue(), EvaluateTargetHealth: false },
    });
  });
});
