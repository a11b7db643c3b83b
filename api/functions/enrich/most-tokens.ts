/** Bytes of UTF-8 that are a token at least: scripts that need a token a letter have three bytes a letter. */
const BYTES_PER_TOKEN = 2;

/** Tokens that texts are at most, in any script. */
export const mostTokens = (texts: ReadonlyArray<string | undefined>): number =>
  Math.ceil(texts.reduce((sum, text = '') => sum + Buffer.byteLength(text), 0) / BYTES_PER_TOKEN);
