import { describe } from 'vitest';
import { createLocalEmbeddings } from '../embeddings/local.ts';
import { analysisContract } from './analysis.contract.ts';
import { createLocalAnalysis } from './local.ts';

describe('local analysis', () =>
  analysisContract(async () => {
    const embeddings = createLocalEmbeddings();
    const analysis = createLocalAnalysis({ embeddings });
    return {
      analysis,
      async end() {
        await analysis.close();
        await embeddings.close();
      },
    };
  }));
