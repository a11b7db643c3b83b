/** Firewall, access logs, queues, archive and concurrency of the platform, as its templates hold them. */
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleSettings } from '../settings.ts';
import { stageOf } from '../stages.ts';
import { resourcesOf, synthesise } from '../testing.ts';

let prod: Template;
let dev: Template;

beforeAll(() => {
  prod = synthesise().platform;
  dev = synthesise({ settings: exampleSettings('dev') }).platform;
});

const propertiesOf = (template: Template, type: string) =>
  Object.values(resourcesOf(template, type)).map(({ Properties }) => Properties);

describe('the firewall of the API', () => {
  it('stands before it, and limits addresses by whether they ask for others', () => {
    const [acl] = propertiesOf(prod, 'AWS::WAFv2::WebACL');
    const rules = acl?.['Rules'] as { Name: string; Statement: { RateBasedStatement?: { Limit: number } } }[];

    const rates = rules.flatMap(({ Name, Statement: { RateBasedStatement: rate } }) =>
      rate === undefined ? [] : [[Name, rate.Limit]],
    );

    const { api } = stageOf('prod').requestRates;
    expect(acl).toMatchObject({ Name: 'artissist-api', Scope: 'REGIONAL' });
    expect(rates).toEqual([
      ['asked-by-one-address', api],
      ['asked-for-others-by-one-address', api * 50],
    ]);
    prod.hasResourceProperties('AWS::WAFv2::WebACLAssociation', {
      ResourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('Graphql'), 'Arn'] },
    });
  });
});

describe('the HTTP APIs', () => {
  it('write a line for each request, with its id and without who asked for what', () => {
    for (const { AccessLogSettings: log } of propertiesOf(prod, 'AWS::ApiGatewayV2::Stage')) {
      const line = JSON.parse((log as { Format: string }).Format) as Record<string, string>;
      expect(line).toMatchObject({ requestId: '$context.requestId', status: '$context.status' });
      expect(JSON.stringify(line)).not.toMatch(/sourceIp|userAgent|query|authorizer\.(?!error)/);
    }
    prod.resourceCountIs('AWS::ApiGatewayV2::Stage', 2);
  });

  it('let an old value of the secret in for five minutes at most', () => {
    prod.allResourcesProperties('AWS::ApiGatewayV2::Authorizer', { AuthorizerResultTtlInSeconds: 300 });
  });
});

describe('events', () => {
  it.each([
    ['prod', () => prod, 90],
    ['dev', () => dev, 3],
  ])('of %s can be replayed', (_, template, RetentionDays) => {
    template().hasResourceProperties('AWS::Events::Archive', {
      RetentionDays,
      EventPattern: { source: ['artissist.table'] },
    });
  });

  it('wait encrypted with our key', () => {
    prod.allResourcesProperties('AWS::SQS::Queue', { KmsMasterKeyId: Match.anyValue() });
  });
});

describe('by stage', () => {
  it('concurrency is reserved where it protects', () => {
    const reserved = (template: Template): unknown[] =>
      propertiesOf(template, 'AWS::Lambda::Function')
        .map(({ ReservedConcurrentExecutions: reserved }) => reserved)
        .filter((value) => value !== undefined);

    expect(reserved(prod).toSorted()).toEqual(Object.values(stageOf('prod').reservedConcurrency).toSorted());
    expect(reserved(dev)).toEqual([]);
  });

  it('copies of the search collection stand by in prod alone', () => {
    prod.hasResourceProperties('AWS::OpenSearchServerless::Collection', { StandbyReplicas: 'ENABLED' });
    dev.hasResourceProperties('AWS::OpenSearchServerless::Collection', { StandbyReplicas: 'DISABLED' });
  });
});
