/**
 * Findings of cdk-nag (AWS Solutions) that we accept, each with its reason. A test fails where there is another finding, and
 * where a row here finds nothing any more. Wildcards of roles (IAM5) are in `wildcards.ts`.
 */
export interface NagException {
  rule: string;
  /** Path of the construct, without the stack's stage. */
  path: RegExp;
  reason: string;
}

export const NAG_EXCEPTIONS: readonly NagException[] = [
  {
    rule: 'AwsSolutions-COG2',
    path: /^ArtissistData\/Identity\/People\//,
    reason:
      'A second factor is offered to everybody and asked of nobody: artists are not made to own an authenticator. Threat protection asks for it where a sign-in is unusual.',
  },
  {
    rule: 'AwsSolutions-CFR3',
    path: /^Artissist\/Site\/Distribution\//,
    reason:
      "Its log is CloudFront's newer one (v2), in Parquet: the stack of traffic has it delivered. The rule knows the older one only.",
  },
  {
    rule: 'AwsSolutions-SQS3',
    path: /^Artissist\/Events\/Undelivered\//,
    reason: 'It is itself where dead letters go.',
  },
  {
    rule: 'AwsSolutions-ASC3',
    path: /^Artissist\/Api\/Graphql$/,
    reason:
      'Requests are logged; what is verbose is left out: arguments and answers are texts of tenants, and headers hold tokens.',
  },
  {
    rule: 'AwsSolutions-CFR1',
    path: /^Artissist\/Site\/Distribution\//,
    reason: 'Portfolios are for the whole world.',
  },
];
