/** Who people are, as the template of data holds it. */
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { clients } from '../local/identity/clients.ts';
import { CLI_REDIRECT_URIS } from './constructs/identity.ts';
import { exampleSettings } from './settings.ts';
import { resourcesOf, synthesise } from './testing.ts';

let prod: ReturnType<typeof synthesise>;
let data: Template;

beforeAll(() => {
  prod = synthesise();
  ({ data } = prod);
});

describe('people', () => {
  it('have their claims in access tokens, by version 2 of the trigger', () => {
    data.hasResourceProperties('AWS::Cognito::UserPool', {
      LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: 'V2_0' } },
    });
  });

  it('choose passwords that are hard to guess, and none of their last five', () => {
    data.hasResourceProperties('AWS::Cognito::UserPool', {
      Policies: {
        PasswordPolicy: {
          MinimumLength: 12,
          RequireLowercase: true,
          RequireUppercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          TemporaryPasswordValidityDays: 3,
          PasswordHistorySize: 5,
        },
      },
    });
  });

  it('may add a second factor, by an app and not by SMS', () => {
    data.hasResourceProperties('AWS::Cognito::UserPool', {
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
    });
  });

  it('recover their account by mail, and keep their address until the new one is verified', () => {
    data.hasResourceProperties('AWS::Cognito::UserPool', {
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
      AutoVerifiedAttributes: ['email'],
    });
  });

  it('are protected from threats where people use the stage, by the plan that can', () => {
    const protectionIn = (template: Template) => {
      const [pool] = Object.values(resourcesOf(template, 'AWS::Cognito::UserPool'));
      const { UserPoolTier, UserPoolAddOns } = pool?.Properties ?? {};
      return [UserPoolTier, UserPoolAddOns];
    };
    const dev = synthesise({ settings: exampleSettings('dev') }).data;

    expect(protectionIn(dev)).toEqual(['ESSENTIALS', undefined]);
    expect(protectionIn(data)).toEqual(['PLUS', { AdvancedSecurityMode: 'ENFORCED' }]);
  });

  it('are not deleted by mistake', () => {
    data.hasResourceProperties('AWS::Cognito::UserPool', { DeletionProtection: 'ACTIVE' });
  });

  it('hear from the domain itself where mails go by way of SES', () => {
    const settings = { ...exampleSettings('prod'), sesMail: true };

    synthesise({ settings }).data.hasResourceProperties('AWS::Cognito::UserPool', {
      EmailConfiguration: {
        EmailSendingAccount: 'DEVELOPER',
        From: 'Artissist <no-reply@artissist.example>',
        SourceArn: Match.objectLike({ 'Fn::Join': Match.anyValue() }),
      },
    });
    data.hasResourceProperties('AWS::Cognito::UserPool', { EmailConfiguration: Match.absent() });
    data.hasResourceProperties('AWS::SES::EmailIdentity', { EmailIdentity: 'artissist.example' });
  });

  it('may be operators', () => {
    data.hasResourceProperties('AWS::Cognito::UserPoolGroup', { GroupName: 'operators' });
  });
});

describe('the firewall before sign-in', () => {
  it('stands before the pool, and counts requests of each address by the stage', () => {
    const { platform } = prod;
    const acls = Object.entries(resourcesOf(platform, 'AWS::WAFv2::WebACL')).filter(
      ([, { Properties }]) => Properties['Name'] === 'artissist-identity',
    );

    expect(acls).toHaveLength(1);
    expect(JSON.stringify(acls[0]?.[1].Properties['Rules'])).toContain('"Limit":200');
    platform.hasResourceProperties('AWS::WAFv2::WebACLAssociation', {
      WebACLArn: { 'Fn::GetAtt': [acls[0]?.[0], 'Arn'] },
      ResourceArn: Match.objectLike({
        'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp(':cognito-idp:us-east-1:')])],
      }),
    });
  });
});

describe('the firewall before sign-in, and command lines', () => {
  it("lets the address through that they are sent back to, which AWS's rules take for an attack", () => {
    const { platform } = prod;
    const [acl] = Object.values(resourcesOf(platform, 'AWS::WAFv2::WebACL')).filter(
      ({ Properties }) => Properties['Name'] === 'artissist-identity',
    );
    const rules = acl?.Properties['Rules'] as Array<{
      Name: string;
      Statement: {
        ManagedRuleGroupStatement?: { RuleActionOverrides: Array<{ Name: string; ActionToUse: object }> };
      };
    }>;

    const common = rules.find(({ Name }) => Name === 'AWSManagedRulesCommonRuleSet');
    expect(common?.Statement.ManagedRuleGroupStatement?.RuleActionOverrides).toEqual(
      expect.arrayContaining([
        { Name: 'EC2MetaDataSSRF_QUERYARGUMENTS', ActionToUse: { Count: {} } },
        { Name: 'GenericRFI_QUERYARGUMENTS', ActionToUse: { Count: {} } },
      ]),
    );
  });
});

describe('clients', () => {
  it.each(clients('https://artissist.example'))(
    'are public: $client_id of the local issuer, with codes only, which cannot write the uid',
    ({
      client_id: ClientName,
      application_type: type,
      redirect_uris: uris,
      post_logout_redirect_uris: out,
    }) => {
      data.hasResourceProperties('AWS::Cognito::UserPoolClient', {
        ClientName,
        GenerateSecret: false,
        AllowedOAuthFlows: ['code'],
        AllowedOAuthScopes: ['openid', 'email', 'profile'],
        CallbackURLs: type === 'native' ? CLI_REDIRECT_URIS : uris,
        LogoutURLs: out,
        WriteAttributes: ['email', 'name'],
        PreventUserExistenceErrors: 'ENABLED',
        EnableTokenRevocation: true,
      });
    },
  );

  it('are no others, and command lines come back to the machine they run on', () => {
    data.resourceCountIs('AWS::Cognito::UserPoolClient', clients('https://artissist.example').length);
    for (const uri of CLI_REDIRECT_URIS) expect(uri).toMatch(/^http:\/\/localhost:\d+\/callback$/);
  });

  it('sign in on the newer managed login, in which each has a style', () => {
    data.hasResourceProperties('AWS::Cognito::UserPoolDomain', {
      Domain: 'artissist-example',
      ManagedLoginVersion: 2,
    });

    const styled = Object.values(resourcesOf(data, 'AWS::Cognito::ManagedLoginBranding')).map(
      ({ Properties }) => (Properties['ClientId'] as { Ref: string }).Ref,
    );
    expect(styled.toSorted()).toEqual(
      Object.keys(resourcesOf(data, 'AWS::Cognito::UserPoolClient')).toSorted(),
    );
  });
});
