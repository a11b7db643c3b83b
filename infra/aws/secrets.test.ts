/** The secret that CloudFront sends: encrypted, renewed, and read by whom it must be. */
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { originCheck, rotateOriginSecret } from './cloud-functions.ts';
import { ownedStatements } from './access-table.ts';
import { type CfnResource, resourcesOf, synthesise } from './testing.ts';

let platform: Template;

beforeAll(() => {
  ({ platform } = synthesise());
});

describe('the secret of the origin', () => {
  it('is encrypted with the key of operations', () => {
    platform.hasParameter('*', { Default: '/artissist/operations-key-arn' });
    const [parameter] = Object.keys(
      platform.findParameters('*', { Default: '/artissist/operations-key-arn' }),
    );

    platform.resourceCountIs('AWS::SecretsManager::Secret', 1);
    platform.hasResourceProperties('AWS::SecretsManager::Secret', { KmsKeyId: { Ref: parameter } });
  });

  it('is renewed every month, and not by a deployment', () => {
    platform.hasResourceProperties('AWS::SecretsManager::RotationSchedule', {
      RotateImmediatelyOnUpdate: false,
      RotationRules: { ScheduleExpression: 'rate(30 days)' },
    });
    platform.hasResourceProperties('AWS::Lambda::Permission', {
      Action: 'lambda:InvokeFunction',
      Principal: 'secretsmanager.amazonaws.com',
      SourceAccount: { Ref: 'AWS::AccountId' },
    });
  });

  it('is read by the check, and changed by the rotation at its own distribution', () => {
    const statements = ownedStatements(platform.toJSON() as Parameters<typeof ownedStatements>[0]);
    const of = (name: string, service: string) =>
      statements
        .filter((one) => one.kind === 'role' && one.name === name)
        .flatMap(({ actions, resources }) =>
          actions.filter((action) => action.startsWith(service)).map((action) => [action, ...resources]),
        );
    const [secret] = Object.keys(resourcesOf(platform, 'AWS::SecretsManager::Secret'));
    const [distribution] = Object.keys(resourcesOf(platform, 'AWS::CloudFront::Distribution'));

    expect(of(originCheck.name, 'secretsmanager:')).toEqual([
      ['secretsmanager:GetSecretValue', `<${secret}>`],
    ]);
    expect(of(rotateOriginSecret.name, 'cloudfront:')).toEqual(
      ['GetDistribution', 'UpdateDistribution'].map((action) => [
        `cloudfront:${action}`,
        `arn:<AWS::Partition>:cloudfront::<AWS::AccountId>:distribution/<${distribution}>`,
      ]),
    );
  });

  it('is in no environment and no template: who needs it reads it, or CloudFormation resolves it', () => {
    const functions = Object.values(resourcesOf(platform, 'AWS::Lambda::Function')) as CfnResource[];

    for (const { Properties } of functions)
      expect(JSON.stringify(Properties['Environment'] ?? {})).not.toContain('resolve:secretsmanager');
    platform.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: Match.objectLike({
        Origins: Match.arrayWith([
          Match.objectLike({ OriginCustomHeaders: [Match.objectLike({ HeaderName: 'x-artissist-origin' })] }),
        ]),
      }),
    });
  });
});
