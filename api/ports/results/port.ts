/**
 * What models and extractions answered, by what they were asked: the same question is not paid for twice.
 * Each tenant has results of its own, so that nobody learns from a quick answer what another one keeps.
 */

/** What decides on an answer. Anything else that could change it belongs into `input`. */
export interface Question {
  /** Id of the model or of the extraction, with its version. */
  model: string;
  /** Version of the prompt or of the rules. */
  promptVersion: string;
  /** JSON that the answer follows from; bytes stand for themselves by their SHA-256. */
  input: unknown;
}

/** Values are JSON: what is read is what `JSON.parse` makes of what was written. */
export interface Results {
  /** The value kept under a name, or null where there is none or it cannot be read any more. */
  read(tenantId: string, name: string): Promise<unknown>;
  write(tenantId: string, name: string, value: unknown): Promise<void>;
  /** Everything of a tenant. */
  forget(tenantId: string): Promise<void>;
}
