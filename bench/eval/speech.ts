/**
 * Transcripts of real recordings against what was said: the word error rate of each clip where a recogniser is present
 * that knows its language, and the languages of all transcripts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageOf } from '#api/ports/analysis/local-language.ts';
import { createLocalSpeech, localSpeechOptions } from '#api/ports/speech/local.ts';
import { type Speech, SpeechNotAvailable } from '#api/ports/speech/port.ts';
import type { Row } from './row.ts';
import { wordErrorRate } from './words.ts';

interface Clip {
  file: string;
  /** BCP 47 tag; absent where nobody speaks. */
  language?: string;
  said: string;
}

/** Files and languages stand in the list of licences, what was said beside each file. */
function clipsIn(folder: string): Clip[] {
  const [head = '', ...lines] = readFileSync(join(folder, 'LICENCES.tsv'), 'utf8').trim().split('\n');
  const [file, language] = ['file', 'language'].map((column) => head.split('\t').indexOf(column)) as [
    number,
    number,
  ];
  return lines.map((line) => {
    const cells = line.split('\t');
    const name = cells[file] ?? '';
    const said = readFileSync(join(folder, `${name}.txt`), 'utf8').trim();
    return { file: name, said, ...(cells[language] && { language: cells[language] }) };
  });
}

/** @param folder of recordings with what was said, and `LICENCES.tsv` */
export async function run(
  folder: string,
  speech: Speech = createLocalSpeech(localSpeechOptions(process.env)),
): Promise<Row[]> {
  const clips = clipsIn(folder);
  return [await languages(clips), ...(await errorRates(folder, clips, speech))];
}

async function languages(clips: readonly Clip[]): Promise<Row> {
  const spoken = clips.filter(({ language }) => language);
  let right = 0;
  for (const { said, language } of spoken) {
    if ((await languageOf(said))?.value === language) right += 1;
  }
  const value = right / spoken.length;
  return {
    name: 'speech: language of transcripts',
    value,
    unit: `of ${spoken.length}`,
    bar: 1,
    met: value === 1,
  };
}

/** Nothing for a clip in a language that the recogniser does not know, or where there is none. */
async function errorRates(folder: string, clips: readonly Clip[], speech: Speech): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { file, said, language } of clips) {
    try {
      const { segments } = await speech.transcribe(readFileSync(join(folder, file)), '', language);
      const value = wordErrorRate(segments.map(({ text }) => text).join(' '), said);
      rows.push({
        name: `speech ${speech.model}: word error rate, ${file}`,
        value,
        unit: 'errors a word',
        better: 'lower',
      });
    } catch (error) {
      if (!(error instanceof SpeechNotAvailable)) throw error;
      process.stderr.write(`NOT RUN: word error rate of ${file}: ${error.message}\n`);
    }
  }
  return rows;
}
