/**
 * Every policy statement of a template, in one form: of roles, and of what lets others in by a policy of its own.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */

export interface TemplateJson {
  Resources: Record<string, { Type: string; Properties?: Record<string, unknown> }>;
}

export type Conditions = Readonly<Record<string, Readonly<Record<string, string[]>>>>;

export interface PolicyStatement {
  /** Logical id of the role, or of the resource whose policy it is. */
  owner: string;
  /** `role` allows its principal something; `resource` lets principals in; `trust` says who may be a role. */
  kind: 'role' | 'resource' | 'trust';
  effect: 'Allow' | 'Deny';
  /** Who: empty for a role's own statements. */
  principals: string[];
  actions: string[];
  /** Rendered: `<Name.Arn>/index/x`, `arn:<AWS::Partition>:...`. Those of a trust policy are the role itself. */
  resources: string[];
  conditions: Conditions;
  /** `NotAction`, `NotResource`, `NotPrincipal`: what a statement says by leaving out. */
  negations: string[];
}

interface RawStatement {
  Effect: 'Allow' | 'Deny';
  Action?: string | string[];
  Resource?: unknown;
  Principal?: unknown;
  Condition?: Record<string, Record<string, unknown>>;
}

const list = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value];

/** A value of a template as text, references as `<Name>` or `<Name.Attribute>`. */
export function render(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[name, argument] = ['', undefined]] = Object.entries(value as Record<string, unknown>);
  if (name === 'Ref') return `<${String(argument)}>`;
  if (name === 'Fn::GetAtt') return `<${(argument as string[]).join('.')}>`;
  if (name === 'Fn::Join') {
    const [separator, parts] = argument as [string, unknown[]];
    return parts.map(render).join(separator);
  }
  if (name === 'Fn::Sub') return String(list(argument)[0]).replaceAll(/\$\{([^}]+)\}/g, '<$1>');
  return JSON.stringify(value);
}

/** Where a type keeps the policy by which it lets others in, and what that policy belongs to. */
const RESOURCE_POLICIES: Readonly<Record<string, { policy: string; of?: string }>> = {
  'AWS::Backup::BackupVault': { policy: 'AccessPolicy' },
  'AWS::Events::EventBusPolicy': { policy: 'Statement', of: 'EventBusName' },
  'AWS::KMS::Key': { policy: 'KeyPolicy' },
  'AWS::Logs::ResourcePolicy': { policy: 'PolicyDocument' },
  'AWS::S3::BucketPolicy': { policy: 'PolicyDocument', of: 'Bucket' },
  'AWS::SNS::TopicPolicy': { policy: 'PolicyDocument', of: 'Topics' },
  'AWS::SQS::QueuePolicy': { policy: 'PolicyDocument', of: 'Queues' },
  'AWS::SecretsManager::ResourcePolicy': { policy: 'ResourcePolicy', of: 'SecretId' },
};

/** Types that hold statements, for a test that no other does. */
export const POLICY_TYPES: readonly string[] = [
  ...Object.keys(RESOURCE_POLICIES),
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
];

export function statementsIn({ Resources }: TemplateJson): PolicyStatement[] {
  return Object.entries(Resources).flatMap(([id, { Type, Properties = {} }]) => {
    const own = RESOURCE_POLICIES[Type];
    if (own) {
      const owner = own.of === undefined ? id : list(Properties[own.of]).map(render).join(' ');
      return documentOf(owner, 'resource', Properties[own.policy]);
    }
    if (Type === 'AWS::IAM::Role') {
      return [
        ...documentOf(id, 'trust', Properties['AssumeRolePolicyDocument']),
        ...list(Properties['Policies']).flatMap((policy) =>
          documentOf(id, 'role', (policy as { PolicyDocument: unknown }).PolicyDocument),
        ),
      ];
    }
    if (Type === 'AWS::IAM::Policy' || Type === 'AWS::IAM::ManagedPolicy') {
      return list(Properties['Roles']).flatMap((role) =>
        documentOf((role as { Ref: string }).Ref, 'role', Properties['PolicyDocument']),
      );
    }
    return [];
  });
}

function documentOf(owner: string, kind: PolicyStatement['kind'], document: unknown): PolicyStatement[] {
  if (document === undefined) return [];
  const parsed = (typeof document === 'string' ? JSON.parse(document) : document) as { Statement?: unknown };
  return list(parsed.Statement ?? parsed).map((statement) => {
    const { Effect, Action, Resource, Principal, Condition = {} } = statement as RawStatement;
    return {
      owner,
      kind,
      effect: Effect,
      principals: principalsOf(Principal),
      actions: list(Action).map(String),
      resources: list(Resource).map(render),
      conditions: Object.fromEntries(
        Object.entries(Condition).map(([operator, keys]) => [
          operator,
          Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, list(value).map(render)])),
        ]),
      ),
      negations: Object.keys(statement as object).filter((key) => key.startsWith('Not')),
    };
  });
}

const principalsOf = (principal: unknown): string[] =>
  typeof principal === 'string'
    ? [principal]
    : Object.values((principal ?? {}) as Record<string, unknown>).flatMap((each) => list(each).map(render));
