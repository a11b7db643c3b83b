import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { readJson, writeJson } from './durable-file.ts';
import { hashPassword, matchesPassword, randomPassword } from './passwords.ts';
import type { PasswordHash } from './passwords.ts';
import type { DemoAccount, User, UserDirectory, UserSeed } from './types.ts';

/** The people of a fresh installation: an artist, someone to invite, and an operator. */
export const DEMO_USERS: readonly UserSeed[] = [
  { email: 'demo@artissist.example', name: 'Demo Artist' },
  { email: 'member@artissist.example', name: 'Demo Member' },
  { email: 'operator@artissist.example', name: 'Demo Operator', groups: ['operators'] },
];

interface StoredUser extends User {
  readonly password: PasswordHash;
}

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const fold = (email: string): string => email.trim().normalize('NFC').toLowerCase();

/**
 * Opens `<folder>/users.json` and makes what is missing from `seeds`. A generated password is kept beside it in
 * `demo-passwords.json`, so that later starts can show it; both files are readable by their owner only.
 * Throws if a seed asks for another `uid` than the person already has: a uid never changes.
 */
export async function openUsers(folder: string, seeds: readonly UserSeed[]): Promise<UserDirectory> {
  const usersPath = join(folder, 'users.json');
  const passwordsPath = join(folder, 'demo-passwords.json');
  const stored = ((await readJson(usersPath)) ?? []) as StoredUser[];
  const shown = ((await readJson(passwordsPath)) ?? {}) as Record<string, string>;

  const twice = seeds.find((seed, index) =>
    seeds.slice(0, index).some((other) => sharesIdentity(seed, other)),
  );
  if (twice)
    throw new Error(`Two of the users given share an email address or uid. Received: ${twice.email}`);
  const missing = seeds.filter((seed) => !holds(stored, seed));
  if (missing.length > 0) {
    const created = await Promise.all(missing.map(create));
    for (const { user, generated } of created) {
      stored.push(user);
      if (generated === undefined) delete shown[user.email];
      else shown[user.email] = generated;
    }
    // The passwords go first: a crash in between then costs nothing but one more round of making them.
    await writeJson(passwordsPath, shown);
    await writeJson(usersPath, stored);
  }
  return directory(stored, shown, await hashPassword(randomPassword()));
}

function sharesIdentity(a: UserSeed, b: UserSeed): boolean {
  return fold(a.email) === fold(b.email) || (a.uid !== undefined && a.uid === b.uid);
}

function holds(stored: readonly StoredUser[], seed: UserSeed): boolean {
  if (seed.uid !== undefined && !ULID.test(seed.uid)) {
    throw new Error(`The uid of ${seed.email} must be a ULID. Received: ${JSON.stringify(seed.uid)}`);
  }
  const user = stored.find((candidate) => candidate.email === fold(seed.email));
  if (user && seed.uid !== undefined && seed.uid !== user.uid) {
    throw new Error(
      `${seed.email} already has the uid ${user.uid}, which never changes. Received: ${seed.uid}. ` +
        'Ask for that uid, or start with an empty data directory.',
    );
  }
  const other = seed.uid === undefined ? undefined : stored.find((candidate) => candidate.uid === seed.uid);
  if (other && other !== user) {
    throw new Error(`The uid ${seed.uid} belongs to ${other.email}. Give ${seed.email} another one.`);
  }
  return user !== undefined;
}

async function create(seed: UserSeed): Promise<{ user: StoredUser; generated: string | undefined }> {
  const generated = seed.password === undefined ? randomPassword() : undefined;
  const user: StoredUser = {
    sub: randomUUID(),
    uid: seed.uid ?? ulid(),
    email: fold(seed.email),
    name: seed.name,
    groups: seed.groups ?? [],
    password: await hashPassword(seed.password ?? generated ?? ''),
  };
  return { user, generated };
}

function directory(
  stored: readonly StoredUser[],
  shown: Readonly<Record<string, string>>,
  decoy: PasswordHash,
): UserDirectory {
  const users = stored.map(withoutPassword);
  const index = (key: (user: User) => string) => new Map(users.map((user) => [key(user), user]));
  const byEmail = index((user) => user.email);
  const bySub = index((user) => user.sub);
  const byUid = index((user) => user.uid);
  const hashes = new Map(stored.map((user) => [user.email, user.password]));
  return {
    list: () => users,
    byEmail: (email) => byEmail.get(fold(email)),
    bySub: (sub) => bySub.get(sub),
    byUid: (uid) => byUid.get(uid),
    async authenticate(email, password) {
      const hash = hashes.get(fold(email));
      const matches = await matchesPassword(password, hash ?? decoy);
      return hash && matches ? byEmail.get(fold(email)) : undefined;
    },
    demoAccounts: users.flatMap(({ email, name, uid }): DemoAccount[] => {
      const password = shown[email];
      return password === undefined ? [] : [{ email, name, uid, password }];
    }),
  };
}

function withoutPassword({ sub, uid, email, name, groups }: StoredUser): User {
  return Object.freeze({ sub, uid, email, name, groups });
}
