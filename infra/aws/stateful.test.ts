/** What must never be replaced: a replacement starts empty. */
import { RESULT_DAYS } from '#api/ports/results/sweep.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Template } from 'aws-cdk-lib/assertions';
import { resourcesOf, synthesise } from './testing.ts';

/**
 * Logical ids that are deployed, and the properties whose change makes CloudFormation replace the resource. Change
 * neither: data would be left behind. A resource that is meant to go is emptied and retired first.
 */
const STATEFUL = [
  {
    type: 'AWS::DynamoDB::Table',
    id: 'DataTableFDBAD0F2',
    fixed: {
      TableName: 'Artissist',
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'SK', KeyType: 'RANGE' },
      ],
    },
  },
  { type: 'AWS::S3::Bucket', id: 'DataMedia56AA92A6', fixed: { BucketName: bucketName('artissist-media-') } },
  { type: 'AWS::S3::Bucket', id: 'DataSiteF5801A48', fixed: { BucketName: bucketName('artissist-site-') } },
  {
    type: 'AWS::Cognito::UserPool',
    id: 'IdentityPeopleA4BE2B55',
    fixed: {
      UsernameAttributes: ['email'],
      AliasAttributes: undefined,
      UsernameConfiguration: { CaseSensitive: false },
      Schema: [
        { Name: 'email', Mutable: true, Required: true },
        { Name: 'name', Mutable: true, Required: false },
        {
          Name: 'uid',
          AttributeDataType: 'String',
          Mutable: false,
          StringAttributeConstraints: { MinLength: '26', MaxLength: '26' },
        },
      ],
    },
  },
];

let data: Template;
let platform: Template;

beforeAll(() => {
  ({ data, platform } = synthesise());
});

describe('stateful resources', () => {
  it.each(STATEFUL)('$id is what it was', ({ type, id, fixed }) => {
    const made = resourcesOf(data, type)[id];

    expect(Object.keys(resourcesOf(data, type))).toContain(id);
    const properties = Object.keys(fixed).map((name) => [name, made?.Properties[name]]);
    expect(Object.fromEntries(properties)).toEqual(fixed);
  });

  it('outlive their stack', () => {
    for (const { type } of STATEFUL) {
      for (const { DeletionPolicy, UpdateReplacePolicy } of Object.values(resourcesOf(data, type))) {
        expect({ DeletionPolicy, UpdateReplacePolicy }).toEqual({
          DeletionPolicy: 'Retain',
          UpdateReplacePolicy: 'Retain',
        });
      }
    }
  });

  it('let kept answers of models go after as long as here, and nothing else that is present', () => {
    const expiring = Object.values(resourcesOf(data, 'AWS::S3::Bucket')).flatMap(({ Properties }) =>
      (Properties['LifecycleConfiguration'] as { Rules: Array<Record<string, unknown>> }).Rules.filter(
        (rule) => rule['ExpirationInDays'] !== undefined,
      ),
    );

    expect(expiring).toMatchObject([{ Prefix: 'e/', ExpirationInDays: RESULT_DAYS, Status: 'Enabled' }]);
  });

  it('are all in the list, and none is in the other stack', () => {
    for (const type of new Set(STATEFUL.map((row) => row.type))) {
      const listed = STATEFUL.filter((row) => row.type === type).map(({ id }) => id);
      expect(Object.keys(resourcesOf(data, type)).toSorted()).toEqual(listed.toSorted());
      expect(resourcesOf(platform, type)).toEqual({});
    }
  });
});

function bucketName(prefix: string): object {
  return { 'Fn::Join': ['', [prefix, { Ref: 'AWS::AccountId' }, '-us-east-1']] };
}
