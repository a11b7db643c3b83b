import type { Stack } from 'aws-cdk-lib';
import { CLI_REDIRECT_URIS } from './constructs/identity.ts';
import { left } from './names.ts';
import type { Settings } from './settings.ts';

/** `/config.json`, with the members that the local server answers. */
export function clientConfig(
  stack: Stack,
  { stage, domain }: Settings,
  apiKey: string,
  userPoolId: string,
): object {
  const { region, urlSuffix } = stack;
  return {
    site: `https://${domain}`,
    graphql: `https://api.${domain}/graphql`,
    realtime: `wss://api.${domain}/graphql/realtime`,
    rest: `https://${domain}/v1`,
    media: `https://${domain}`,
    apiKey,
    region,
    auth: {
      issuer: `https://cognito-idp.${region}.${urlSuffix}/${userPoolId}`,
      clientId: left(stack, 'userPoolClientId', stage),
      scope: 'openid email profile',
      cli: { clientId: left(stack, 'userPoolCliClientId', stage), redirectUris: CLI_REDIRECT_URIS },
    },
  };
}
