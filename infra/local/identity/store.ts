import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Adapter, AdapterPayload } from 'oidc-provider';

/** The provider's state on disk. */
export interface Store {
  /** The provider's adapter for one of its models. */
  adapter(model: string): Adapter;
  /** Closes the database; once more does nothing. */
  close(): void;
}

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA busy_timeout = 2000;
  CREATE TABLE IF NOT EXISTS state (
    model TEXT NOT NULL,
    id TEXT NOT NULL,
    payload TEXT NOT NULL,
    grant_id TEXT,
    uid TEXT,
    user_code TEXT,
    expires_at INTEGER,
    PRIMARY KEY (model, id)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS state_grant ON state (grant_id) WHERE grant_id IS NOT NULL;
  CREATE INDEX IF NOT EXISTS state_uid ON state (model, uid) WHERE uid IS NOT NULL;
  CREATE INDEX IF NOT EXISTS state_user_code ON state (model, user_code) WHERE user_code IS NOT NULL;
  CREATE INDEX IF NOT EXISTS state_expiry ON state (expires_at) WHERE expires_at IS NOT NULL;
`;

/** What falls when a grant is revoked; the grant itself is destroyed by the provider. */
const GRANTABLE = new Set(['AccessToken', 'AuthorizationCode', 'RefreshToken']);
/** The provider allows clocks to differ by this many seconds, so state outlives its term by as much. */
const CLOCK_TOLERANCE = 15;
const WRITES_BETWEEN_PURGES = 500;

const seconds = (): number => Math.floor(Date.now() / 1000);

/**
 * Opens the database at `path`. Every write is one SQLite transaction in a synced write-ahead log, so an
 * acknowledged write outlives `kill -9`.
 * @see https://github.com/panva/node-oidc-provider/blob/main/example/my_adapter.js
 */
export function openStore(path: string): Store {
  const db = new DatabaseSync(path);
  db.exec(SCHEMA);
  chmodSync(path, 0o600);

  const find = db.prepare('SELECT payload FROM state WHERE model = ? AND id = ?');
  const findByUid = db.prepare('SELECT payload FROM state WHERE model = ? AND uid = ?');
  const findByUserCode = db.prepare('SELECT payload FROM state WHERE model = ? AND user_code = ?');
  const upsert = db.prepare('INSERT OR REPLACE INTO state VALUES (?, ?, ?, ?, ?, ?, ?)');
  const consume = db.prepare(
    "UPDATE state SET payload = json_set(payload, '$.consumed', ?) WHERE model = ? AND id = ?",
  );
  const destroy = db.prepare('DELETE FROM state WHERE model = ? AND id = ?');
  const revoke = db.prepare('DELETE FROM state WHERE grant_id = ?');
  const purge = db.prepare('DELETE FROM state WHERE expires_at < ?');

  let writes = 0;
  const purgeNowAndThen = () => {
    if (writes++ % WRITES_BETWEEN_PURGES === 0) purge.run(seconds());
  };

  return {
    adapter: (model) => ({
      async upsert(id, payload, expiresIn) {
        purgeNowAndThen();
        const expiresAt = expiresIn === undefined ? null : seconds() + expiresIn + CLOCK_TOLERANCE;
        const grantId = GRANTABLE.has(model) ? (payload.grantId ?? null) : null;
        const text = JSON.stringify(payload);
        upsert.run(model, id, text, grantId, payload.uid ?? null, payload.userCode ?? null, expiresAt);
      },
      find: async (id) => parse(find.get(model, id)),
      findByUid: async (uid) => parse(findByUid.get(model, uid)),
      findByUserCode: async (userCode) => parse(findByUserCode.get(model, userCode)),
      async consume(id) {
        consume.run(seconds(), model, id);
      },
      async destroy(id) {
        destroy.run(model, id);
      },
      async revokeByGrantId(grantId) {
        revoke.run(grantId);
      },
    }),
    close() {
      if (db.isOpen) db.close();
    },
  };
}

function parse(row: Record<string, unknown> | undefined): AdapterPayload | undefined {
  return row === undefined ? undefined : (JSON.parse(String(row['payload'])) as AdapterPayload);
}
