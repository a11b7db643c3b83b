/** Stages side by side: what differs, and that none meets another in one account. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inventory } from '../inventory.ts';
import { exampleSettings } from './settings.ts';
import { isStageName, type StageName, stageOf } from './stages.ts';
import { exampleDeployment, synthesise } from './testing.ts';

const NAMES: StageName[] = ['dev', 'staging', 'prod', 'pr-7'];
const made = new Map<StageName, ReturnType<typeof synthesise>>();
const templatesOf = (stage: StageName): ReturnType<typeof synthesise> => {
  const templates = made.get(stage) ?? synthesise({ settings: exampleSettings(stage) });
  made.set(stage, templates);
  return templates;
};

describe('stageOf', () => {
  it('makes previews like dev, under its domain and in its zone', () => {
    const { name, subdomain, zoneOf, ...rest } = stageOf('pr-7');
    const { name: _, subdomain: __, zoneOf: own, ...dev } = stageOf('dev');

    expect({ name, subdomain, zoneOf }).toEqual({ name: 'pr-7', subdomain: 'pr-7.dev.', zoneOf: 'dev' });
    expect(own).toBe('dev');
    expect(rest).toEqual(dev);
  });

  it('keeps and closes more, the nearer a stage is to people', () => {
    const [dev, staging, prod] = (['dev', 'staging', 'prod'] as const).map((name) => stageOf(name));

    expect([dev, staging, prod].map((stage) => stage?.keeps)).toEqual([false, true, true]);
    expect([dev, staging, prod].map((stage) => stage?.introspection)).toEqual([true, true, false]);
    expect(dev?.logRetention).toBeLessThan(Number(staging?.logRetention));
    expect(staging?.logRetention).toBeLessThan(Number(prod?.logRetention));
    expect(prod?.subdomain).toBe('');
  });

  it('reserves executions for functions that there are', () => {
    const known = inventory.functions.map(({ name }) => name);

    for (const name of NAMES)
      expect(known).toEqual(expect.arrayContaining(Object.keys(stageOf(name).reservedConcurrency)));
  });

  it('sets nothing that no construct reads', () => {
    const code = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'stages.ts')
      .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
      .join('\n');

    expect(
      Object.keys(stageOf('prod')).filter(
        (name) => !new RegExp(`[sS]tage\\??\\.${name}\\b|[{,] ${name}\\b[^}]*} = .*stage`).test(code),
      ),
    ).toEqual([]);
  });

  it.each(['', 'Prod', 'pr-', 'pr-0', 'pr-1x', 'constructor'])('has no stage %j', (name) => {
    expect(isStageName(name)).toBe(false);
  });
});

describe('in one account, stages', () => {
  const fixed = (template: object): string[] => {
    const resources = (template as { Resources: Record<string, { Type: string; Properties?: object }> })
      .Resources;
    return Object.values(resources).flatMap(({ Type, Properties = {} }) =>
      Object.entries(Properties)
        .filter(([key]) => /^(?:Name|\w+Name|Domain|Id)$/.test(key) && !LOCAL.has(`${Type}.${key}`))
        .map(([key, value]) => `${Type}.${key} ${JSON.stringify(value)}`)
        // A reference is another one in another stack.
        .filter((text) => !/"(?:Fn::GetAtt|Ref)"/.test(text.replaceAll(/\{"Ref":"AWS::\w+"\}/g, ''))),
    );
  };
  /** Names within something that is another one in each stage, and descriptions. */
  const LOCAL = new Set([
    'AWS::AppSync::DataSource.Name',
    'AWS::AppSync::FunctionConfiguration.Name',
    'AWS::AppSync::FunctionConfiguration.DataSourceName',
    'AWS::AppSync::GraphQLApi.Name',
    'AWS::AppSync::Resolver.TypeName',
    'AWS::AppSync::Resolver.FieldName',
    'AWS::ApiGatewayV2::Api.Name',
    'AWS::ApiGatewayV2::Authorizer.Name',
    'AWS::ApiGatewayV2::Stage.StageName',
    'AWS::Cognito::UserPoolClient.ClientName',
    'AWS::IAM::Policy.PolicyName',
    'AWS::Cognito::UserPoolGroup.GroupName',
  ]);

  it('have no name in common', () => {
    const all = NAMES.map((name) => {
      const { data, edge, platform, traffic } = templatesOf(name);
      return new Set([data, edge, platform, traffic].flatMap((template) => fixed(template.toJSON())));
    });

    const seen = new Set<string>();
    const twice = all.flatMap((names) => {
      const known = [...names].filter((name) => seen.has(name));
      names.forEach((name) => seen.add(name));
      return known;
    });
    expect(seen.size).toBeGreaterThan(40);
    expect(twice).toEqual([]);
  }, 120_000);

  it('have stacks of their own, and plain names in prod', () => {
    const { data, platform } = templatesOf('prod');

    data.hasResourceProperties('AWS::DynamoDB::Table', { TableName: 'Artissist' });
    data.hasResourceProperties('AWS::SSM::Parameter', { Name: '/artissist/user-pool-id' });
    platform.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      StateMachineName: 'artissist-enrich',
    });
    templatesOf('dev').data.hasResourceProperties('AWS::DynamoDB::Table', { TableName: 'Artissist-dev' });
  });
});

describe('the zone and the certificate', () => {
  it('are of the stage, or of dev for a preview', () => {
    const staging = templatesOf('staging');
    const preview = templatesOf('pr-7');

    staging.data.hasResourceProperties('AWS::Route53::HostedZone', { Name: 'staging.artissist.example.' });
    preview.data.resourceCountIs('AWS::Route53::HostedZone', 0);
    preview.edge.hasResourceProperties('AWS::CertificateManager::Certificate', {
      DomainName: 'pr-7.dev.artissist.example',
      SubjectAlternativeNames: ['api.pr-7.dev.artissist.example'],
      ValidationMethod: 'DNS',
    });
    preview.edge.hasParameter('*', { Default: '/artissist-dev/hosted-zone-id' });
    preview.platform.hasParameter('*', { Default: '/artissist-pr-7/certificate-arn' });
  });

  it('cross regions by a read of the other region where a stage stands elsewhere', () => {
    const stage = stageOf('prod', 'eu-west-1');
    const { edge, platform } = synthesise({ settings: { ...exampleSettings('prod'), stage } });
    const readsOf = (template: typeof edge) => JSON.stringify(template.findResources('Custom::AWS'));

    expect(readsOf(edge)).toMatch(/eu-west-1.*\/artissist\/hosted-zone-id/);
    expect(readsOf(platform)).toMatch(/us-east-1.*\/artissist\/certificate-arn/);
    expect(JSON.stringify(platform.findParameters('*'))).not.toContain('certificate-arn');
    expect(JSON.stringify(templatesOf('prod').platform.toJSON())).not.toContain('Custom::AWS');
  });

  it('are not made where another certificate is told', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/0';
    const { edge, platform } = synthesise({ settings: { ...exampleDeployment().settings, certificateArn } });

    edge.resourceCountIs('AWS::CertificateManager::Certificate', 0);
    platform.hasResourceProperties('AWS::AppSync::DomainName', { CertificateArn: certificateArn });
  });
});
