/** Types that MiniStack 1.5 does not make, each with what looks at the resource instead. */
export const LIMITS: Readonly<Record<string, string>> = {
  'AWS::AppSync::DomainName': 'platform.test.ts',
  'AWS::AppSync::DomainNameApiAssociation': 'platform.test.ts',
  'AWS::OpenSearchServerless::AccessPolicy': 'search.test.ts',
  'AWS::OpenSearchServerless::Collection': 'search.test.ts, and the search contract on OpenSearch itself',
  'AWS::OpenSearchServerless::SecurityPolicy': 'search.test.ts',
};
