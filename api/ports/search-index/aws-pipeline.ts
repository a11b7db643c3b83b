/**
 * How OpenSearch puts the words' order and the neighbours' order together: scores of either side from 0 to 1, and their
 * mean. Collections know this and no fusion of ranks.
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-configure-neural-search.html
 */
import type { Send } from './aws-client.ts';

/** What words count, and what neighbours count: chosen on one half of the topics of the evaluation. */
const WEIGHTS = [0.6, 0.4];

export const pipelineName = (prefix: string): string => `${prefix}-hybrid`;

/** Puts the pipeline; one that is there already is written over with the same. */
export async function putPipeline(send: Send, prefix: string): Promise<void> {
  await send({
    method: 'PUT',
    path: `/_search/pipeline/${pipelineName(prefix)}`,
    body: {
      phase_results_processors: [
        {
          'normalization-processor': {
            normalization: { technique: 'min_max' },
            combination: { technique: 'arithmetic_mean', parameters: { weights: WEIGHTS } },
          },
        },
      ],
    },
  });
}
