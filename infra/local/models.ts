/** Models of this machine, opened with their first use: a start that asks none loads none. */
import type { Models } from '#api/functions/enrich/ports.ts';
import type { Analysis } from '#api/ports/analysis/port.ts';
import type { Embeddings } from '#api/ports/embeddings/port.ts';
import type { Speech } from '#api/ports/speech/port.ts';
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
  let speech: Promise<Speech> | undefined;
  return {
    analysis: () => (analysis ??= openAnalysis(embeddings, languageModel)),
    speech: () => (speech ??= openSpeech()),
    embeddings,
    maximumMicroUsdPerToken: 0,
    async close() {
      for (const opened of [analysis, speech]) await (await opened?.catch(() => undefined))?.close();
    },
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

/** What the environment names, else the program that is installed, else none. */
async function openSpeech(): Promise<Speech> {
  const { createLocalSpeech, localSpeechOptions } = await import('#api/ports/speech/local.ts');
  return createLocalSpeech(localSpeechOptions(process.env));
}
