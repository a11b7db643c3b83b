/** Security headers at the edge, the same as those of the local server. */
import { Duration } from 'aws-cdk-lib';
import {
  HeadersReferrerPolicy,
  type ResponseHeadersPolicyProps,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';

export type Headers = Readonly<Record<string, string>>;

/** Headers of media: whatever people upload stays harmless in a browser. A test compares them with the local server's. */
export const MEDIA_HEADERS: Headers = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  'cross-origin-resource-policy': 'cross-origin',
};

type Security = {
  [Header in keyof ResponseSecurityHeadersBehavior]?: ResponseSecurityHeadersBehavior[Header];
};

/** Headers that CloudFront has words of its own for, and does not take as custom ones. */
const SECURITY: Record<string, (value: string) => Security> = {
  'content-security-policy': (contentSecurityPolicy) => ({
    contentSecurityPolicy: { contentSecurityPolicy, override: true },
  }),
  'x-content-type-options': () => ({ contentTypeOptions: { override: true } }),
  'referrer-policy': (value) => ({
    referrerPolicy: { referrerPolicy: referrerPolicyOf(value), override: true },
  }),
  'strict-transport-security': (value) => ({
    strictTransportSecurity: {
      accessControlMaxAge: Duration.seconds(Number(/max-age=(\d+)/.exec(value)?.[1])),
      includeSubdomains: /includeSubDomains/i.test(value),
      override: true,
    },
  }),
};

/** The response headers policy that sets these headers on every answer. */
export function headersPolicy(headers: Headers): ResponseHeadersPolicyProps {
  const securityHeadersBehavior: Security = {};
  const customHeaders = [];
  for (const [header, value] of Object.entries(headers)) {
    const security = SECURITY[header];
    if (security) Object.assign(securityHeadersBehavior, security(value));
    else customHeaders.push({ header, value, override: true });
  }
  return { securityHeadersBehavior, customHeadersBehavior: { customHeaders } };
}

function referrerPolicyOf(value: string): HeadersReferrerPolicy {
  const known = Object.values(HeadersReferrerPolicy).find((policy) => String(policy) === value);
  if (known === undefined) throw new Error(`CloudFront knows no such referrer policy. Received: ${value}`);
  return known;
}
