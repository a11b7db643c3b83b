/**
 * Secrets Manager for tests. Nothing on one machine has a secret that is renewed while it is used, so there is no twin
 * beside it that runs there; this one passes the same contract.
 */
import type { Secrets } from './port.ts';

export interface MemorySecrets extends Secrets {
  /** Makes the secret, with its first version. */
  create(secretId: string, token: string, value: string): void;
  /** What `RotateSecret` does before it calls the function: a version labelled AWSPENDING, without a value. */
  begin(secretId: string, token: string): void;
}

interface Version {
  value?: string;
  labels: Set<string>;
}

export function createMemorySecrets(): MemorySecrets {
  const secrets = new Map<string, Map<string, Version>>();
  const of = (secretId: string): Map<string, Version> => {
    const versions = secrets.get(secretId);
    if (versions) return versions;
    throw new Error(`ResourceNotFoundException: there is no secret ${secretId}.`);
  };
  const move = (versions: Map<string, Version>, label: string, to: Version): void => {
    for (const version of versions.values()) version.labels.delete(label);
    to.labels.add(label);
  };
  return {
    create(secretId, token, value) {
      secrets.set(secretId, new Map([[token, { value, labels: new Set(['AWSCURRENT']) }]]));
    },
    begin(secretId, token) {
      const version: Version = { labels: new Set() };
      of(secretId).set(token, version);
      move(of(secretId), 'AWSPENDING', version);
    },
    async versions(secretId) {
      return Object.fromEntries(
        [...of(secretId)].flatMap(([token, { labels }]) => (labels.size > 0 ? [[token, [...labels]]] : [])),
      );
    },
    async value(secretId, token) {
      return secrets.get(secretId)?.get(token)?.value;
    },
    async labelled(secretId, label) {
      return [...(secrets.get(secretId)?.values() ?? [])].find(({ labels }) => labels.has(label))?.value;
    },
    async put(secretId, token, value) {
      const versions = of(secretId);
      const version = versions.get(token) ?? { labels: new Set() };
      if (version.value !== undefined && version.value !== value)
        throw new Error(`ResourceExistsException: the version ${token} has another value.`);
      version.value = value;
      versions.set(token, version);
      move(versions, 'AWSPENDING', version);
    },
    async promote(secretId, from, to) {
      const versions = of(secretId);
      const [before, next] = [versions.get(from), versions.get(to)];
      if (!before?.labels.has('AWSCURRENT') || !next)
        throw new Error(`InvalidParameterException: AWSCURRENT is not attached to version ${from}.`);
      move(versions, 'AWSCURRENT', next);
      move(versions, 'AWSPREVIOUS', before);
    },
  };
}
