/** How the SDK reaches an engine. */

export interface DynamoConnection {
  /** Base address of the DynamoDB API. */
  endpoint: string;
  /** Base address of the DynamoDB Streams API: the same locally, another host on AWS. */
  streamsEndpoint: string;
  region: string;
  /** Absent on AWS, where the SDK finds the credentials itself. */
  credentials?: { accessKeyId: string; secretAccessKey: string };
}

/** Credentials and region for engines that check neither. */
const LOCAL = { region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };

/**
 * The connection to an engine at an address. An address of AWS itself
 * (https://docs.aws.amazon.com/general/latest/gr/ddb.html) is used with the SDK's own credentials.
 */
export function connectionTo(endpoint: string): DynamoConnection {
  let url: URL;
  try {
    url = new URL(endpoint);
  } catch {
    throw new Error(`DYNAMODB_ENDPOINT must be an address like http://127.0.0.1:8000. Received: ${endpoint}`);
  }
  const base = url.href.replace(/\/$/, '');
  const aws = /^dynamodb\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/.exec(url.hostname);
  if (!aws) return { endpoint: base, streamsEndpoint: base, ...LOCAL };
  return {
    endpoint: base,
    streamsEndpoint: base.replace('://dynamodb.', '://streams.dynamodb.'),
    region: aws[1]!,
  };
}
