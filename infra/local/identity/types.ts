import type { IncomingMessage, ServerResponse } from 'node:http';

/** A person as the rest of the house may know them; password hashes stay inside `users.ts`. */
export interface User {
  /** The pool's own id (a UUID), as Cognito makes it. Never a key of ours. */
  readonly sub: string;
  /** The person's ULID, immutable; every key of ours uses it. */
  readonly uid: string;
  readonly email: string;
  readonly name: string;
  readonly groups: readonly string[];
}

/** What a new installation is given. `uid` may be fixed, else a ULID is made; `password` likewise. */
export interface UserSeed {
  readonly email: string;
  readonly name: string;
  readonly uid?: string;
  readonly groups?: readonly string[];
  readonly password?: string;
}

/** A demo account with its password in the clear, for `demo.json` and the start-up message. */
export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly uid: string;
  readonly password: string;
}

/** Who exists. Look-ups return `undefined` for the unknown. */
export interface UserDirectory {
  list(): readonly User[];
  byEmail(email: string): User | undefined;
  bySub(sub: string): User | undefined;
  byUid(uid: string): User | undefined;
  /** The person, if the password is theirs. Takes as long for an unknown address as for a wrong password. */
  authenticate(email: string, password: string): Promise<User | undefined>;
  /** The accounts whose generated passwords were kept for showing. */
  readonly demoAccounts: readonly DemoAccount[];
}

/**
 * The claims of an access token, as Cognito writes them, plus `uid` and the `aud` which oidc-provider
 * insists on. Times are seconds since 1970.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 */
export interface Claims {
  readonly sub: string;
  readonly iss: string;
  readonly client_id: string;
  readonly origin_jti: string;
  readonly event_id: string;
  readonly token_use: 'access';
  readonly scope: string;
  readonly auth_time: number;
  readonly exp: number;
  readonly iat: number;
  readonly jti: string;
  readonly username: string;
  /** Absent, as in Cognito, for a person in no group. */
  readonly 'cognito:groups'?: readonly string[];
  readonly uid: string;
  readonly aud: string;
}

export interface MintOptions {
  /** One of the known clients; `studio` unless told. */
  readonly clientId?: string;
  /** Seconds; 3600 unless told. Zero or less makes a token that has expired already. */
  readonly expiresIn?: number;
  /** `openid email profile` unless told. */
  readonly scopes?: readonly string[];
}

export interface IssuerOptions {
  /** The one local origin, for instance `http://localhost:4321`; no path. */
  readonly origin: string;
  /** The data directory of the installation; everything is kept in its folder `identity`. */
  readonly dataDir: string;
  /** Who exists from the first start on; the three demo users unless told. */
  readonly users?: readonly UserSeed[];
  /** Receives one line for each thing that an operator should know. */
  readonly log: (line: string) => void;
  /** Milliseconds since 1970, for the limits on sign-in attempts and the expiry of tokens seen before. */
  readonly now?: () => number;
}

/** The running issuer. */
export interface Issuer {
  /** `<origin>/auth`, the same whatever host a client used. */
  readonly issuer: string;
  readonly users: UserDirectory;
  /** Answers a request whose path is `/auth` or below it. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
  /** The claims of an access token of ours. Throws `TokenRefused`, whose message says why. */
  verify(token: string): Promise<Claims>;
  /** An access token without a sign-in: same claims, same key. Takes a person or their email address. */
  mint(user: User | string, options?: MintOptions): Promise<string>;
  /** Closes the state's database. */
  close(): void;
}
