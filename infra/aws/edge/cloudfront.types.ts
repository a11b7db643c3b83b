/**
 * What CloudFront Functions are given and answer, as far as ours use it.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */

export interface Value {
  value: string;
  multiValue?: { value: string }[];
}

export interface EdgeRequest {
  uri: string;
  querystring: Record<string, Value>;
}

export interface EdgeResponse {
  statusCode: number;
  statusDescription?: string;
  headers: Record<string, Value>;
}

export interface RequestEvent {
  request: EdgeRequest;
}

export interface ResponseEvent {
  request: EdgeRequest;
  response: EdgeResponse;
}
