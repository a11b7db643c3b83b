/** Functions that only the cloud needs: the local issuer and the local server do their work themselves. */
import type { FunctionRow } from '../inventory.types.ts';

export const preToken: FunctionRow = {
  name: 'pre-token',
  entry: 'api/functions/pre-token/pre-token.lambda.ts',
  purpose: "Puts a person's uid into their tokens.",
  memoryMb: 256,
  timeoutSeconds: 5,
};

export const originCheck: FunctionRow = {
  name: 'origin-check',
  entry: 'infra/aws/edge/origin-check.lambda.ts',
  purpose: 'Refuses REST calls that do not come through CloudFront.',
  memoryMb: 256,
  timeoutSeconds: 5,
};

export const rotateOriginSecret: FunctionRow = {
  name: 'rotate-origin-secret',
  entry: 'infra/aws/rotation/origin-secret.lambda.ts',
  purpose: 'Renews the secret that CloudFront sends to the HTTP APIs.',
  memoryMb: 256,
  // CloudFront takes minutes to have a value everywhere.
  timeoutSeconds: 900,
};

/** Locally the journal of the bus keeps events. */
export const evidence: FunctionRow = {
  name: 'evidence',
  entry: 'infra/aws/evidence/evidence.lambda.ts',
  purpose: 'Keeps every event where nobody can delete it.',
  memoryMb: 256,
  timeoutSeconds: 60,
};

/** At the edge, so with none of what functions have elsewhere: see `constructs/edge.ts`. */
export const siteResponse: FunctionRow = {
  name: 'site-response',
  entry: 'infra/aws/edge/site-response.lambda.ts',
  purpose: 'Makes redirects and our 404 page of what the bucket of the site answers.',
  memoryMb: 128,
  timeoutSeconds: 5,
};

export const cloudFunctions: FunctionRow[] = [
  preToken,
  originCheck,
  rotateOriginSecret,
  evidence,
  siteResponse,
];
