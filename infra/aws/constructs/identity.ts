/**
 * Who people are: the Cognito user pool, its groups, the clients of the studio and of command lines, the pages on which
 * people sign in, and the trigger behind its tokens.
 */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  CfnUserPoolGroup,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolEmail,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { preToken } from '../cloud-functions.ts';
import type { Stage } from '../stages.ts';
import { Lambda } from './lambda.ts';

/**
 * Where a command line comes back to. Cognito takes plain http for `localhost` only and compares ports, so that the
 * ports are few and fixed, where the local issuer takes any port of the loopback address.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export const CLI_REDIRECT_URIS = [14_321, 24_321, 31_321].map((port) => `http://localhost:${port}/callback`);

export interface IdentityProps {
  stage: Stage;
  /** Origin of the site, to whose pages people come back from signing in. */
  origin: string;
  /** Prefix of Cognito's sign-in domain; unique in its region. */
  domainPrefix: string;
  /** Folder of the bundled pre-token trigger. */
  preTokenBundle: string;
  /**
   * Domain from which mails come by way of SES, which must be verified there already. Without it Cognito sends them
   * itself, fifty a day: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html
   */
  mailDomain?: string;
}

/** Of a person who was invited: how long their first password waits. */
const INVITATION_DAYS = 3;
/** Passwords before this one that are not taken again. */
const PASSWORDS_REMEMBERED = 5;

/**
 * A pool in which a person is their `uid`, see `api/functions/pre-token`. Clients get code and PKCE, and may write
 * name and address, never `custom:uid`.
 */
export class Identity extends Construct {
  readonly userPoolId: string;
  readonly clientId: string;
  readonly cliClientId: string;

  constructor(scope: Construct, id: string, props: IdentityProps) {
    super(scope, id);
    const { stage, origin, domainPrefix, preTokenBundle, mailDomain } = props;
    const { threatProtection, keeps } = stage;
    const pool = new UserPool(this, 'People', {
      // Access tokens take claims from a trigger from ESSENTIALS on; threats are answered from PLUS on.
      ...(threatProtection
        ? {
            featurePlan: FeaturePlan.PLUS,
            standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
          }
        : { featurePlan: FeaturePlan.ESSENTIALS }),
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      keepOriginal: { email: true },
      standardAttributes: {
        email: { required: true, mutable: true },
        fullname: { required: false, mutable: true },
      },
      customAttributes: { uid: new StringAttribute({ minLen: 26, maxLen: 26, mutable: false }) },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(INVITATION_DAYS),
        passwordHistorySize: PASSWORDS_REMEMBERED,
      },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      // A known device asks for no second factor again.
      deviceTracking: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true },
      ...(mailDomain !== undefined && {
        email: UserPoolEmail.withSES({
          fromEmail: `no-reply@${mailDomain}`,
          fromName: 'Artissist',
          sesVerifiedDomain: mailDomain,
          sesRegion: stage.region,
        }),
      }),
      deletionProtection: keeps,
      removalPolicy: keeps ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const trigger = new Lambda(this, 'PreToken', { row: preToken, bundle: preTokenBundle, stage });
    pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, trigger.function, LambdaVersion.V2_0);
    pool.addDomain('SignIn', {
      cognitoDomain: { domainPrefix },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    new CfnUserPoolGroup(this, 'Operators', {
      userPoolId: pool.userPoolId,
      groupName: 'operators',
      description: 'Create tenants of organisations, and see all tenants.',
    });
    this.userPoolId = pool.userPoolId;
    this.clientId = client(pool, 'Studio', {
      name: 'studio',
      callbackUrls: [`${origin}/studio/`, `${origin}/studio/callback/`, `${origin}/docs/`],
      logoutUrls: [`${origin}/`, `${origin}/studio/`, `${origin}/docs/`],
    }).userPoolClientId;
    this.cliClientId = client(pool, 'DemoCli', {
      name: 'demo-cli',
      callbackUrls: CLI_REDIRECT_URIS,
      logoutUrls: [`${origin}/`],
    }).userPoolClientId;
    // A client without a style has no pages to sign in on: https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-branding.html
    for (const [name, clientId] of [
      ['Studio', this.clientId],
      ['DemoCli', this.cliClientId],
    ] as const) {
      new CfnManagedLoginBranding(this, `${name}Style`, {
        userPoolId: pool.userPoolId,
        clientId,
        useCognitoProvidedValues: true,
      });
    }
  }
}

/** One of the local issuer's clients: public, with code and PKCE, and its addresses to come back to. */
function client(
  pool: UserPool,
  id: string,
  { name, callbackUrls, logoutUrls }: { name: string; callbackUrls: string[]; logoutUrls: string[] },
): UserPoolClient {
  return pool.addClient(id, {
    userPoolClientName: name,
    generateSecret: false,
    oAuth: {
      flows: { authorizationCodeGrant: true, implicitCodeGrant: false, clientCredentials: false },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
      callbackUrls,
      logoutUrls,
    },
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    writeAttributes: new ClientAttributes().withStandardAttributes({ email: true, fullname: true }),
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.days(30),
  });
}
