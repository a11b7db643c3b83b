/** Models of this machine, opened with their first use: a start that asks none loads none. */
import type { Models } from '#api/functions/enrich/ports.ts';
import type { Analysis } from '#api/ports/analysis/port.ts';
import type { Embeddings } from '#api/ports/embeddings/port.ts';
import { SpeechNotAvailable, type Speech } from '#api/ports/speech/port.ts';
import type { LanguageModel } from './settings.ts';

export interface LocalModels extends Models {
  /** Ends what was opened. */
  close(): Promise<void>;
}

/** Rules and lexicons analyse, unless a language model is configured. Nothing of it costs money. */
export function openLocalModels(
  embeddings: () => Promise<Embeddings>,
  languageModel: LanguageModel | undefined,
): LocalModels {
  let analysis: Promise<Analysis> | undefined;
  return {
    analysis: () => (analysis ??= openAnalysis(embeddings, languageModel)),
    speech: () => Promise.resolve(NO_SPEECH),
    embeddings,
    maximumMicroUsdPerToken: 0,
    close: async () => (await analysis?.catch(() => undefined))?.close(),
  };
}

async function openAnalysis(
  embeddings: () => Promise<Embeddings>,
  languageModel: LanguageModel | undefined,
): Promise<Analysis> {
  if (languageModel) {
    const { createOpenAiAnalysis } = await import('#api/ports/analysis/openai.ts');
    const { url, model, key } = languageModel;
    return createOpenAiAnalysis({ url, textModel: model, ...(key !== undefined && { apiKey: key }) });
  }
  const { createLocalAnalysis } = await import('#api/ports/analysis/local.ts');
  return createLocalAnalysis({ embeddings: await embeddings() });
}

const NO_SPEECH: Pick<Speech, 'model' | 'transcribe'> = {
  model: null,
  transcribe: () =>
    Promise.reject(new SpeechNotAvailable('There is no recogniser of speech here. The recording is kept.')),
};
