/** Which of Bedrock's models a function may invoke, and how it learns their ids. */
import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { FunctionRow } from '../inventory.types.ts';
import type { ModelIds } from './settings.ts';

const VARIABLES: Record<keyof ModelIds, string> = {
  analysis: 'ANALYSIS_MODEL',
  embeddings: 'EMBEDDINGS_MODEL',
  speech: 'SPEECH_MODEL',
};

/** Variables of the function's environment. */
export const modelVariables = (
  { models = [] }: FunctionRow,
  ids: ModelIds,
  prices?: string,
): Record<string, string> => ({
  ...Object.fromEntries(models.map((kind) => [VARIABLES[kind], ids[kind]])),
  ...(models.length > 0 && prices !== undefined && { MODEL_PRICES: prices }),
});

/**
 * Allows exactly those models. An inference profile (`us.`, `eu.`, `global.`) is allowed with the model behind it, in
 * whatever region it sends the call to.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
 */
export function modelStatements(
  stack: Stack,
  { models = [] }: FunctionRow,
  ids: ModelIds,
): PolicyStatement[] {
  const { partition, region, account } = stack;
  return models.map((kind) => {
    const id = ids[kind];
    const model = id.replace(PROFILE, '');
    const resources =
      model === id
        ? [`arn:${partition}:bedrock:${region}::foundation-model/${id}`]
        : [
            `arn:${partition}:bedrock:${region}:${account}:inference-profile/${id}`,
            `arn:${partition}:bedrock:*::foundation-model/${model}`,
          ];
    // Speech is a stream in both directions; everything else is a call and an answer.
    const actions =
      kind === 'speech' ? ['bedrock:InvokeModelWithBidirectionalStream'] : ['bedrock:InvokeModel'];
    return new PolicyStatement({ actions, resources });
  });
}

const PROFILE = /^(?:us|eu|apac|jp|au|global)\./;
