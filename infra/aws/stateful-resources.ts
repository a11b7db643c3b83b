/**
 * What is lost when CloudFormation removes or replaces it, as templates hold it. A replacement starts empty, so a test
 * compares the templates with `stateful.json`, the record of what may be deployed; `record.ts` adds to it.
 */

/**
 * Types that keep something, and the properties whose change replaces them ("Update requires: Replacement"), or that
 * cannot be changed at all.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
const FIXED: Readonly<Record<string, readonly string[]>> = {
  'AWS::Backup::BackupVault': ['BackupVaultName', 'EncryptionKeyArn'],
  'AWS::CloudTrail::Trail': ['TrailName'],
  'AWS::Cognito::UserPool': ['UsernameAttributes', 'AliasAttributes', 'UsernameConfiguration', 'Schema'],
  'AWS::Cognito::UserPoolClient': ['UserPoolId', 'GenerateSecret'],
  'AWS::Cognito::UserPoolDomain': ['UserPoolId', 'Domain'],
  'AWS::Cognito::UserPoolGroup': ['UserPoolId', 'GroupName'],
  'AWS::DynamoDB::Table': ['TableName', 'KeySchema', 'LocalSecondaryIndexes', 'ImportSourceSpecification'],
  'AWS::KMS::Alias': ['AliasName'],
  'AWS::KMS::Key': ['KeySpec', 'KeyUsage', 'MultiRegion', 'Origin'],
  'AWS::Route53::HostedZone': ['Name'],
  'AWS::S3::Bucket': ['BucketName', 'BucketNamePrefix', 'ObjectLockEnabled'],
};

/** Those of them that go with what they belong to, and hold nothing by themselves. */
const BELONGING = new Set([
  'AWS::CloudTrail::Trail',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolGroup',
  'AWS::KMS::Alias',
]);

export interface StatefulResource {
  type: string;
  /** Those of its properties whose change replaces it. */
  fixed: Record<string, unknown>;
  /** What becomes of it when it leaves its template. */
  deletionPolicy?: string;
}

/** By stack, then by logical id. */
export type StatefulRecord = Record<string, Record<string, StatefulResource>>;

interface TemplateJson {
  Resources: Record<string, { Type: string; Properties?: Record<string, unknown>; DeletionPolicy?: string }>;
}

/** What a template keeps, by logical id, in the order of ids. */
export function statefulIn(template: TemplateJson): Record<string, StatefulResource> {
  const rows = Object.entries(template.Resources).flatMap(
    ([id, { Type: type, Properties = {}, DeletionPolicy: deletionPolicy }]): [string, StatefulResource][] => {
      const names = FIXED[type];
      if (!names) return [];
      const fixed = Object.fromEntries(
        names.filter((name) => Properties[name] !== undefined).map((name) => [name, Properties[name]]),
      );
      return [[id, { type, fixed, ...(!BELONGING.has(type) && { deletionPolicy }) }]];
    },
  );
  return Object.fromEntries(rows.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** What would be lost if a deployment of the record became one of the templates, a sentence each. */
export function lossesOf(recorded: StatefulRecord, made: StatefulRecord): string[] {
  return Object.entries(recorded).flatMap(([stack, rows]) =>
    Object.entries(rows).flatMap(([id, was]) => {
      const is = made[stack]?.[id];
      const name = `${stack} ${id} (${was.type})`;
      if (!is) return [`${name} would be removed.`];
      if (is.type !== was.type) return [`${name} would be replaced by ${is.type}.`];
      const changed = [...new Set([...Object.keys(was.fixed), ...Object.keys(is.fixed)])].filter(
        (property) => JSON.stringify(was.fixed[property]) !== JSON.stringify(is.fixed[property]),
      );
      const replaced =
        changed.length > 0 ? [`${name} would be replaced: ${changed.join(', ')} changed.`] : [];
      const dropped =
        is.deletionPolicy === was.deletionPolicy
          ? []
          : [`${name} has the deletion policy ${is.deletionPolicy}, not ${was.deletionPolicy}.`];
      return [...replaced, ...dropped];
    }),
  );
}

/** Stack and logical id of what is made and not recorded yet. */
export const unrecordedIn = (recorded: StatefulRecord, made: StatefulRecord): [string, string][] =>
  Object.entries(made).flatMap(([stack, rows]) =>
    Object.keys(rows)
      .filter((id) => recorded[stack]?.[id] === undefined)
      .map((id): [string, string] => [stack, id]),
  );
