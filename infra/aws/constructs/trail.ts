/** CloudTrail: who did what in the account, and who touched the table and the media that nobody should see. */
import type { Stack } from 'aws-cdk-lib';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { Construct } from 'constructs';
import type { Names } from '../names.ts';
import type { Audit } from './audit.ts';

export interface TrailProps {
  names: Names;
  audit: Audit;
  tableArn: string;
  mediaArn: string;
}

/** A trail's ARN, which follows from its name. */
export const trailArnOf = ({ partition, region, account }: Stack, { prefix }: Names): string =>
  `arn:${partition}:cloudtrail:${region}:${account}:trail/${prefix}`;

export class Trail extends Construct {
  constructor(scope: Construct, id: string, { names, audit, tableArn, mediaArn }: TrailProps) {
    super(scope, id);
    const trail = new CfnTrail(this, 'Trail', {
      trailName: names.prefix,
      s3BucketName: audit.bucket.bucketName,
      kmsKeyId: audit.key.keyArn,
      isLogging: true,
      // Of all regions: what CloudFront, IAM and DNS are told is recorded in us-east-1.
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      advancedEventSelectors: [
        selector('What is changed in the account', {
          eventCategory: { equalTo: ['Management'] },
          readOnly: { equalTo: ['false'] },
        }),
        selector('Every access to the table', {
          eventCategory: { equalTo: ['Data'] },
          'resources.type': { equalTo: ['AWS::DynamoDB::Table'] },
          // Other stages' tables begin alike.
          'resources.ARN': { equalTo: [tableArn] },
        }),
        selector('Changes of media', {
          eventCategory: { equalTo: ['Data'] },
          'resources.type': { equalTo: ['AWS::S3::Object'] },
          readOnly: { equalTo: ['false'] },
          'resources.ARN': { startsWith: [`${mediaArn}/`] },
        }),
        // `p/` is public, and read by everybody.
        selector('Reading of media that are not public', {
          eventCategory: { equalTo: ['Data'] },
          'resources.type': { equalTo: ['AWS::S3::Object'] },
          readOnly: { equalTo: ['true'] },
          'resources.ARN': { startsWith: [`${mediaArn}/u/`, `${mediaArn}/d/`, `${mediaArn}/e/`] },
        }),
      ],
    });
    if (audit.bucket.policy) trail.node.addDependency(audit.bucket.policy);
  }
}

type Condition = Pick<CfnTrail.AdvancedFieldSelectorProperty, 'equalTo' | 'startsWith'>;

const selector = (
  name: string,
  fields: Record<string, Condition>,
): CfnTrail.AdvancedEventSelectorProperty => ({
  name,
  fieldSelectors: Object.entries(fields).map(([field, condition]) => ({ field, ...condition })),
});
