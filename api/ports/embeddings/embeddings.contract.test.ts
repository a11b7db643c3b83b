import { describe } from 'vitest';
import { embeddingsContract } from './embeddings.contract.ts';
import { createLocalEmbeddings } from './local.ts';

describe('local embeddings', () =>
  embeddingsContract(async () => {
    const embeddings = createLocalEmbeddings();
    return { embeddings, end: () => embeddings.close() };
  }));
