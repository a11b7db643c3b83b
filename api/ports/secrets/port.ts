/**
 * Secrets as Secrets Manager keeps them: versions, each named by the token of the request that made it, with labels that
 * say which one holds. https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html
 */

/** The version that is in use, the one that a rotation is making, and the one that was in use before. */
export type Label = 'AWSCURRENT' | 'AWSPENDING' | 'AWSPREVIOUS';

export interface Secrets {
  /** Labels of each version that has some, by its token. @throws Error when there is no such secret */
  versions(secretId: string): Promise<Readonly<Record<string, readonly string[]>>>;
  /** The value of the version with the token; nothing when there is no such version, or it has none yet. */
  value(secretId: string, token: string): Promise<string | undefined>;
  /** The value of the version with the label; nothing when no version has it, or that has none yet. */
  labelled(secretId: string, label: Label): Promise<string | undefined>;
  /**
   * Gives the version with the token its value and the label AWSPENDING. Again with the same value is nothing.
   * @throws Error when it has another value
   */
  put(secretId: string, token: string, value: string): Promise<void>;
  /**
   * Moves AWSCURRENT from one version to another; the one that had it gets AWSPREVIOUS.
   * @throws Error when the first does not have it
   */
  promote(secretId: string, from: string, to: string): Promise<void>;
}
