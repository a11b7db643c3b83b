/** Who people are: the Cognito user pool, its groups, the clients of the studio and of command lines, and the trigger behind its tokens. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  Mfa,
  OAuthScope,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { preToken } from '../cloud-functions.ts';
import { Lambda } from './lambda.ts';

/**
 * Where a command line comes back to. Cognito takes plain http for `localhost` only and compares ports, so that the
 * ports are few and fixed, where the local issuer takes any port of the loopback address.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export const CLI_REDIRECT_URIS = [14_321, 24_321, 31_321].map((port) => `http://localhost:${port}/callback`);

export interface IdentityProps {
  /** Origin of the site, to whose pages people come back from signing in. */
  origin: string;
  /** Prefix of Cognito's sign-in domain; unique in its region. */
  domainPrefix: string;
  /** Folder of the bundled pre-token trigger. */
  preTokenBundle: string;
}

/**
 * A pool in which a person is their `uid`, see `api/functions/pre-token`. Clients get code and PKCE, and may write
 * name and address, never `custom:uid`.
 */
export class Identity extends Construct {
  readonly userPoolId: string;
  readonly clientId: string;
  readonly cliClientId: string;

  constructor(scope: Construct, id: string, { origin, domainPrefix, preTokenBundle }: IdentityProps) {
    super(scope, id);
    const pool = new UserPool(this, 'People', {
      // Access tokens take claims from a trigger from this plan on.
      featurePlan: FeaturePlan.ESSENTIALS,
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
      passwordPolicy: { minLength: 12 },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const trigger = new Lambda(this, 'PreToken', { row: preToken, bundle: preTokenBundle });
    pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, trigger.function, LambdaVersion.V2_0);
    pool.addDomain('SignIn', { cognitoDomain: { domainPrefix } });
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
