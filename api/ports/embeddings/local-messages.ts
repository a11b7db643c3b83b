/** What the embeddings port and its worker say to each other. */

/** One batch of texts, none of them empty. */
export interface Request {
  id: number;
  texts: string[];
}

export type Reply = { id: number; vectors: Float32Array[] } | { id: number; problem: string };
