/** A stream record as the SDK reads it, in the form in which Lambda and Pipes hand it over. */
import type { AttributeValue, _Record } from '@aws-sdk/client-dynamodb-streams';
import type { AttributeValue as LambdaValue, DynamoDBRecord } from 'aws-lambda';

/** Binary becomes base64, times become seconds since 1970. */
export function toLambdaRecord(record: _Record): DynamoDBRecord {
  const { ApproximateCreationDateTime: time, Keys, NewImage, OldImage, ...rest } = record.dynamodb ?? {};
  return {
    eventID: record.eventID,
    eventName: record.eventName,
    eventVersion: record.eventVersion,
    eventSource: record.eventSource,
    awsRegion: record.awsRegion,
    userIdentity: record.userIdentity,
    dynamodb: {
      ...rest,
      ApproximateCreationDateTime: time && time.getTime() / 1000,
      Keys: Keys && image(Keys),
      NewImage: NewImage && image(NewImage),
      OldImage: OldImage && image(OldImage),
    },
  };
}

const image = (values: Record<string, AttributeValue>): Record<string, LambdaValue> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, toLambdaValue(value)]));

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function toLambdaValue(value: AttributeValue): LambdaValue {
  if (value.B !== undefined) return { B: base64(value.B) };
  if (value.BS !== undefined) return { BS: value.BS.map(base64) };
  if (value.L !== undefined) return { L: value.L.map(toLambdaValue) };
  if (value.M !== undefined) return { M: image(value.M) };
  return value as LambdaValue;
}
