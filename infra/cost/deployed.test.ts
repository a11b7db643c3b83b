/** What the bill takes for granted of a deployment is what prod's templates have. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type ProdResource, prodResources } from '../aws/prod-resources.testing.ts';
import { stageOf } from '../aws/stages.ts';
import { inventory } from '../inventory.ts';
import { ASSUMED } from './assumptions.ts';
import { TRAILED } from './quantities.ts';

interface Behavior {
  PathPattern?: string;
  FunctionAssociations?: unknown[];
}

let resources: ProdResource[];

beforeAll(() => {
  resources = prodResources();
});

const of = (type: string): ProdResource[] => resources.filter(({ Type }) => Type === type);
const properties = (type: string): Array<Record<string, unknown>> =>
  of(type).map(({ Properties }) => Properties);

describe('what stands whatever a platform carries', () => {
  it.for([
    ['keys', 'AWS::KMS::Key'],
    ['secrets', 'AWS::SecretsManager::Secret'],
    ['webAcls', 'AWS::WAFv2::WebACL'],
    ['alarms', 'AWS::CloudWatch::Alarm'],
    ['compositeAlarms', 'AWS::CloudWatch::CompositeAlarm'],
    ['insightRules', 'AWS::CloudWatch::InsightRule'],
    ['dashboards', 'AWS::CloudWatch::Dashboard'],
    ['zones', 'AWS::Route53::HostedZone'],
  ] as const)('is no more than is counted: %s', ([what, type]) => {
    expect(of(type).length).toBeLessThanOrEqual(ASSUMED.fixed[what]);
  });

  it('is no more than is counted: rules of firewalls', () => {
    const rules = properties('AWS::WAFv2::WebACL').flatMap(({ Rules }) => Rules as unknown[]);

    expect(rules.length).toBeLessThanOrEqual(ASSUMED.fixed.wafRules);
  });

  it('is one collection, whose OCUs are shared with no other', () => {
    expect(properties('AWS::OpenSearchServerless::Collection')).toMatchObject([{ Type: 'VECTORSEARCH' }]);
  });
});

describe('what is paid by its kind', () => {
  it('is a table by request, with recovery', () => {
    expect(properties('AWS::DynamoDB::Table')).toMatchObject([
      {
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
    ]);
  });

  it('are functions of the inventory on arm64, at the memory of their rows', () => {
    const deployed = properties('AWS::Lambda::Function').filter(({ Architectures }) =>
      JSON.stringify(Architectures ?? []).includes('arm64'),
    );
    const memories = deployed.map(({ MemorySize }) => MemorySize);

    expect(deployed.length).toBeGreaterThanOrEqual(inventory.functions.length);
    for (const { memoryMb } of inventory.functions) expect(memories).toContain(memoryMb);
  });

  it('are state machines by transition', () => {
    for (const { StateMachineType = 'STANDARD' } of properties('AWS::StepFunctions::StateMachine'))
      expect(StateMachineType).toBe('STANDARD');
  });

  it('are queues, one in order for each consumer that works alone', () => {
    const waiting = properties('AWS::SQS::Queue').filter(({ RedrivePolicy }) => RedrivePolicy !== undefined);

    const others = waiting.length - inventory.consumers.length;
    expect(others).toBeGreaterThanOrEqual(0);
    expect(others).toBeLessThanOrEqual(ASSUMED.fixed.otherQueues);
    expect(waiting.filter(({ FifoQueue }) => FifoQueue === true)).toHaveLength(
      inventory.consumers.filter(({ concurrency }) => concurrency === 1).length,
    );
  });

  it('are events of the trail, by what it selects', () => {
    const [trail] = properties('AWS::CloudTrail::Trail');
    const selectors = trail?.['AdvancedEventSelectors'] as Array<{
      Name: string;
      FieldSelectors: Array<{ Field: string; Equals?: string[] }>;
    }>;
    const ofData = selectors.filter(({ FieldSelectors }) =>
      FieldSelectors.some(({ Field, Equals }) => Field === 'eventCategory' && Equals?.includes('Data')),
    );

    expect(ofData.map(({ Name }) => Name).toSorted()).toEqual(Object.keys(TRAILED).toSorted());
  });

  it('is evidence, for as long as it is locked', () => {
    const { audit } = stageOf('prod');

    expect(ASSUMED.auditMonths).toBeGreaterThanOrEqual(Math.floor((audit?.days ?? 0) / 30.4));
  });

  it('are functions at the edge: two for what the site answers, one for media, none for REST', () => {
    const [distribution] = properties('AWS::CloudFront::Distribution');
    const { DefaultCacheBehavior, CacheBehaviors } = distribution?.['DistributionConfig'] as {
      DefaultCacheBehavior: Behavior;
      CacheBehaviors: Behavior[];
    };
    const of = (path: string): number =>
      CacheBehaviors.find(({ PathPattern }) => PathPattern === path)?.FunctionAssociations?.length ?? 0;

    expect(DefaultCacheBehavior.FunctionAssociations).toHaveLength(2);
    expect([of('/media/*'), of('/v1/*')]).toEqual([1, 0]);
  });

  it('are people, on the plan that the command takes unless told', () => {
    expect(properties('AWS::Cognito::UserPool')).toMatchObject([{ UserPoolTier: 'PLUS' }]);
  });
});
