/** The firewall before the pages on which people sign in, and before Cognito's own API. */
import type { Stack } from 'aws-cdk-lib';
import { CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { Names } from '../names.ts';
import { WebAcl } from './web-acl.ts';

export interface IdentityFirewallProps {
  names: Names;
  userPoolId: string;
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-waf.html */
export class IdentityFirewall extends Construct {
  constructor(stack: Stack, id: string, { names, userPoolId }: IdentityFirewallProps) {
    super(stack, id);
    const { arn } = new WebAcl(stack, `${id}Acl`, {
      names,
      name: 'identity',
      purpose: 'Before sign-in and sign-up: what is known to be bad, and guessing',
      scope: 'REGIONAL',
      rates: [{ name: 'identity-rate', limit: names.stage.requestRates.identity }],
      // Command lines are sent back to http://localhost, which these take for an attack on a server.
      counted: ['EC2MetaDataSSRF_QUERYARGUMENTS', 'GenericRFI_QUERYARGUMENTS'],
      tooMany: { message: 'Too many requests. Try again in five minutes.' },
    });
    new CfnWebACLAssociation(this, 'Association', {
      webAclArn: arn,
      resourceArn: stack.formatArn({
        service: 'cognito-idp',
        resource: 'userpool',
        resourceName: userPoolId,
      }),
    });
  }
}
