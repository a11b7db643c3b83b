/** What MiniStack 1.5 cannot do, and nothing else is excused. */
import type { LeftOut } from './create-stack.ts';
import type { CfnTemplate } from './template.ts';

/** Types that it does not know. */
export const UNSUPPORTED: readonly string[] = [
  'AWS::AppSync::DomainName',
  'AWS::AppSync::DomainNameApiAssociation',
  'AWS::Athena::NamedQuery',
  'AWS::Backup::BackupSelection',
  'AWS::Backup::RestoreTestingPlan',
  'AWS::Backup::RestoreTestingSelection',
  'AWS::Budgets::Budget',
  'AWS::CE::AnomalyMonitor',
  'AWS::CE::AnomalySubscription',
  'AWS::CloudFront::MonitoringSubscription',
  'AWS::CloudTrail::Trail',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::InsightRule',
  'AWS::Cognito::ManagedLoginBranding',
  'AWS::Events::Archive',
  'AWS::Glue::SecurityConfiguration',
  'AWS::Logs::Delivery',
  'AWS::Logs::DeliveryDestination',
  'AWS::Logs::DeliverySource',
  'AWS::Logs::QueryDefinition',
  'AWS::OpenSearchServerless::AccessPolicy',
  'AWS::OpenSearchServerless::Collection',
  'AWS::OpenSearchServerless::SecurityPolicy',
  'AWS::SecretsManager::ResourcePolicy',
  'AWS::SecretsManager::RotationSchedule',
  'AWS::WAFv2::LoggingConfiguration',
  'AWS::WAFv2::WebACLAssociation',
  'AWS::XRay::Group',
];

export interface Limit {
  /** Of what the emulator says. */
  words: string;
  /** Why that is not the template's fault. */
  why: string;
  /** Resources of a type that have a property, where the emulator does not say which one it refuses. */
  shape?: { type: string; property: string };
}

/** What it refuses although it knows the type. */
export const LIMITS: readonly Limit[] = [
  {
    words: '/opt/docs/',
    why: 'it runs the functions that a deployment waits for, and hears their answers, but unpacks no layer for them',
  },
  {
    words: '/opt/pages/',
    why: 'the same, of the function that writes the site',
  },
  {
    words: 'DkimDNSTokenName',
    why: 'SES makes the DKIM tokens, and the emulator does not',
  },
  {
    words: 'Properties.Metrics (metric math) is not supported',
    why: 'its alarms look at one metric',
    shape: { type: 'AWS::CloudWatch::Alarm', property: 'Metrics' },
  },
];

/** Logical ids of what is of a shape that the emulator refuses. */
export const idsOfShapes = ({ Resources }: CfnTemplate): string[] =>
  LIMITS.flatMap(({ shape }) =>
    Object.entries(Resources).flatMap(([id, { Type, Properties = {} }]) =>
      shape?.type === Type && shape.property in Properties ? [id] : [],
    ),
  );

/** What is otherwise than it is said above, a sentence each: a template that is broken, or a list that is no longer true. */
export function problemsOf(unknown: ReadonlySet<string>, refused: readonly LeftOut[]): string[] {
  const excuses = (words: string): boolean => refused.some(({ reason }) => reason.includes(words));
  return [
    ...[...unknown]
      .filter((type) => !UNSUPPORTED.includes(type))
      .map((type) => `${type} is no type that the emulator knows. If it is one of AWS, add it to limits.ts.`),
    ...UNSUPPORTED.filter((type) => !unknown.has(type)).map(
      (type) => `${type} is known to the emulator by now. Take it off limits.ts.`,
    ),
    ...refused
      .filter(({ reason }) => !LIMITS.some(({ words }) => reason.includes(words)))
      .map(({ type, id, reason }) => `${type} ${id} was refused: ${reason}`),
    ...LIMITS.filter(({ words }) => !excuses(words)).map(
      ({ words }) => `Nothing is refused for "${words}" any more. Take it off limits.ts.`,
    ),
  ];
}
