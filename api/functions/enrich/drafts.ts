/** From what was read and answered to values for fields: one draft of a proposal a field. */
import type { Proposal, ProposalField, Receipt } from '../../enrichment.ts';
import type { Found } from '../../ports/analysis/port.ts';
import type { KeptAnalysis } from './analyse.ts';
import type { Part } from './ports.ts';
import type { Source, SpeechSource, TextSource } from './source.ts';

export type Draft = Pick<Proposal, 'entity' | 'entityId' | 'field' | 'values'> & {
  receipt: Omit<Receipt, 'enrichmentId'>;
};

/** Characters of a transcript or of a document's text that a proposal holds: what a log entry may have. */
const MAX_BODY = 60_000;
const READ_CONFIDENCE = 0.9;

/** All drafts of a part. */
export function draftsOf(part: Part, source: Source, analysis: KeptAnalysis | null, at: string): Draft[] {
  if (source.kind === 'SPEECH') return transcript(part, source, at);
  const drafts = source.kind === 'TEXT' ? readDrafts(part, source, at) : [];
  if (!analysis) return drafts;
  const give = (field: ProposalField, found: ReadonlyArray<Found<string> | undefined>): void => {
    const held = found.filter((each) => each !== undefined);
    const [first] = held;
    if (!first) return;
    drafts.push({
      ...of(part),
      field,
      values: held.map(({ value }) => value),
      receipt: {
        model: analysis.model,
        promptVersion: analysis.promptVersion,
        ...origin(part, source, first.passage),
        at: analysis.at,
        ...analysis.usage,
        confidence: Math.min(...held.map(({ confidence }) => confidence)),
      },
    });
  };
  if (analysis.kind === 'IMAGE') {
    const { altText, caption, ocrText, objects } = analysis.result;
    give('ALT_TEXT', [altText]);
    give('CAPTION', [caption]);
    give('OCR_TEXT', [ocrText]);
    give('OBJECTS', objects);
    return drafts;
  }
  const { result } = analysis;
  give('LANGUAGE', [result.language]);
  if (part.entity === 'ASSET') {
    give('CAPTION', [result.summary]);
    return drafts;
  }
  give('SUMMARY', [result.summary]);
  give('TAGS', [...result.tags, ...result.freeTags]);
  if (part.entity === 'INSPIRATION') return drafts;
  give('MEDIUM', [result.medium]);
  give('TECHNIQUE', [result.technique]);
  give('PERIOD', [result.period]);
  give('MOOD', [result.mood]);
  give('PEOPLE', result.people);
  give('PLACES', result.places);
  return drafts;
}

const of = ({ entity, id }: Part) => ({ entity, entityId: id });
const FREE = { inputTokens: 0, outputTokens: 0, microUsd: 0 };

/** Where a value stands: the piece with its passage, else the first one. */
function origin(
  part: Part,
  source: Source,
  passage: string | undefined,
): Pick<Receipt, 'sourceEntity' | 'sourceId' | 'sourceUrl' | 'passage'> {
  if (source.kind !== 'TEXT') return { sourceEntity: part.entity, sourceId: part.id };
  const words = (text: string) => text.replaceAll(/\s+/g, ' ');
  const piece =
    source.pieces.find(({ text }) => passage !== undefined && words(text).includes(words(passage))) ??
    source.pieces[0];
  return {
    sourceEntity: piece?.entity ?? part.entity,
    sourceId: piece?.id ?? part.id,
    ...(piece?.entity === 'WEB_PAGE' && source.read?.url && { sourceUrl: source.read.url }),
    ...(passage !== undefined && { passage }),
  };
}

/** What a document or a page says of itself, without any model. */
function readDrafts(part: Part, { read, pieces }: TextSource, at: string): Draft[] {
  if (!read) return [];
  const [piece] = pieces.toReversed();
  const draft = (field: ProposalField, value: string | undefined): Draft[] =>
    value?.trim()
      ? [
          {
            ...of(part),
            field,
            values: [value.trim()],
            receipt: {
              model: read.reader,
              promptVersion: '1',
              sourceEntity: piece?.entity ?? (part.entity === 'INSPIRATION' ? 'WEB_PAGE' : part.entity),
              sourceId: piece?.id ?? part.id,
              ...(read.url && { sourceUrl: read.url }),
              at,
              ...FREE,
              confidence: READ_CONFIDENCE,
            },
          },
        ]
      : [];
  if (part.entity === 'ASSET') return draft('DOCUMENT_TEXT', piece?.text.slice(0, MAX_BODY));
  return [
    ...draft('TITLE', read.title),
    ...draft('CREATOR', read.creator),
    ...draft('SOURCE_DATE', read.date),
    ...draft('SOURCE_SITE', read.site),
    ...draft('SOURCE_IMAGE', read.imageUrl),
    ...draft('LICENCE', read.licence),
  ];
}

/** One line a segment, with its time; accepted, it becomes a private entry of the log. */
function transcript(part: Part, { segments, model, usage }: SpeechSource, at: string): Draft[] {
  const lines = segments.map(({ start, text }) => `[${clock(start)}] ${text.trim()}`);
  if (lines.length === 0) return [];
  const sure = segments.flatMap(({ confidence }) => confidence ?? []);
  const confidence = sure.length > 0 ? sure.reduce((sum, each) => sum + each, 0) / sure.length : 0.5;
  return [
    {
      ...of(part),
      field: 'TRANSCRIPT',
      values: [lines.join('\n').slice(0, MAX_BODY)],
      receipt: {
        model,
        promptVersion: '1',
        sourceEntity: 'ASSET',
        sourceId: part.id,
        at,
        ...usage,
        confidence: Math.min(1, Math.max(0, confidence)),
      },
    },
  ];
}

/** Seconds as `hh:mm:ss`. */
const clock = (seconds: number): string => new Date(Math.max(0, seconds) * 1000).toISOString().slice(11, 19);
