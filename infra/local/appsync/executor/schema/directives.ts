/**
 * The directives and scalars that AppSync supplies to every schema.
 * AppSync developer guide, "Configuring authorization and authentication" and "Scalar types in GraphQL".
 */
export const AWS_DEFINITIONS = /* GraphQL */ `
  directive @aws_api_key on OBJECT | FIELD_DEFINITION
  directive @aws_iam on OBJECT | FIELD_DEFINITION
  directive @aws_oidc on OBJECT | FIELD_DEFINITION
  directive @aws_lambda on OBJECT | FIELD_DEFINITION
  directive @aws_cognito_user_pools(cognito_groups: [String]) on OBJECT | FIELD_DEFINITION
  directive @aws_auth(cognito_groups: [String]!) on OBJECT | FIELD_DEFINITION
  directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION

  "A date, YYYY-MM-DD, with an optional offset."
  scalar AWSDate
  "A time, hh:mm:ss.sss, with an optional offset."
  scalar AWSTime
  "A date and time, YYYY-MM-DDThh:mm:ss.sssZ; the offset is required."
  scalar AWSDateTime
  "Seconds before or after 1970-01-01T00:00Z, as an integer."
  scalar AWSTimestamp
  "An email address as in RFC 822."
  scalar AWSEmail
  "A JSON text."
  scalar AWSJSON
  "A URL as in RFC 1738, with its scheme."
  scalar AWSURL
  "A telephone number."
  scalar AWSPhone
  "An IPv4 or IPv6 address, optionally with a subnet mask."
  scalar AWSIPAddress
`;
