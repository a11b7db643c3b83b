/** People and places that a text names: runs of words in capitals, told apart by a gazetteer and by what stands beside. */
import { PLACE_BEGINNINGS, PLACE_ENDINGS, PLACES } from './local-places.ts';
import { fold, passageOf, type Sentence, type Word } from './local-reading.ts';
import type { Found } from './port.ts';

const MOST = 12;
const words = (text: string): Set<string> => new Set(text.split(/\s+/));

/** Small words inside a name. */
const PARTICLES = words('van von de der den del della di da du la le el al bin ibn y ten ter zu of');
const PERSON_TITLES = words(
  'mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady professor prof. saint st. king queen prince princess emperor father sister captain',
);
/** Titles that are no part of the name. */
const HONORIFICS = words('mr mr. mrs mrs. ms ms. miss dr dr. prof.');
const PLACE_CUES = words('in at near from to through across around outside toward towards visiting');
const PERSON_CUES = words('by with after and');
const PERSON_VERBS = words(
  'painted paints drew made makes wrote writes says said was is has had became died born lived worked studied met created designed photographed sculpted carved',
);
/** Organisations are neither. */
const ORGANISATIONS = words(
  'museum gallery galleries institute university college school academy foundation society association center centre company press library council corporation inc. ltd department collection trust fund studio magazine church cathedral theatre hospital army union club party committee biennale award prize festival archive records',
);
/** Words that stand in capitals without naming anyone. */
const OTHERS =
  words(`i monday tuesday wednesday thursday friday saturday sunday january february march april may june july
  august september october november december english french german italian spanish dutch american british european
  japanese chinese russian greek roman latin christian catholic jewish muslim islamic buddhist african asian indian
  egyptian victorian renaissance baroque gothic impressionist modern contemporary untitled the a an this that these
  those it he she we they you but and or if when while after before my our his her their there here what who how why
  where which in on at for with from by as to of not no yes once then god christmas easter internet web english
  christ virgin madonna`);

interface Candidate {
  text: string;
  size: number;
  before: string;
  after: string;
  /** A word of it is in no English lexicon. */
  strange: boolean;
  /** First of its sentence, where every word has a capital. */
  first: boolean;
  sentence: number;
}

/** People and places, the most frequent first. */
export function namesOf(sentences: readonly Sentence[]): {
  people: Array<Found<string>>;
  places: Array<Found<string>>;
} {
  const candidates = sentences.flatMap(({ words: all }, sentence) => runsOf(all, sentence));
  const votes = new Map<
    string,
    { text: string; person: number; place: number; count: number; sentence: number; size: number }
  >();
  // A single word at the start of a sentence names someone only when it does elsewhere.
  const elsewhere = new Set(candidates.filter(({ first }) => !first).map(({ text }) => text));
  for (const candidate of candidates) {
    if (
      candidate.first &&
      candidate.size === 1 &&
      !elsewhere.has(candidate.text) &&
      !PLACES.has(candidate.text)
    )
      continue;
    const vote = votes.get(candidate.text) ?? { ...candidate, person: 0, place: 0, count: 0 };
    const [person, place] = cuesOf(candidate);
    votes.set(candidate.text, {
      ...vote,
      person: vote.person + person,
      place: vote.place + place,
      count: vote.count + 1,
    });
  }
  const all = [...votes.values()];
  const people = all.filter(({ person, place }) => person > place && person >= 1.5);
  const places = all.filter(({ person, place }) => place >= person && place >= 1.5);
  // `Gogh` is the one who was called `Vincent van Gogh` before.
  const whole = people.filter(
    ({ text, size }) =>
      size > 1 || !people.some((other) => other.text !== text && other.text.endsWith(` ${text}`)),
  );
  return { people: ranked(whole, sentences), places: ranked(places, sentences) };
}

function ranked(
  votes: ReadonlyArray<{ text: string; person: number; place: number; count: number; sentence: number }>,
  sentences: readonly Sentence[],
): Array<Found<string>> {
  return [...votes]
    .sort((a, b) => b.count - a.count || a.sentence - b.sentence)
    .slice(0, MOST)
    .map(({ text, person, place, sentence }) => ({
      value: text,
      confidence: Math.min(0.3 + 0.1 * Math.max(person, place), 0.85),
      passage: passageOf(sentences[sentence]?.text ?? '', text),
    }));
}

/** How much speaks for a person and for a place. */
function cuesOf({ text, size, before, after, strange }: Candidate): [person: number, place: number] {
  const parts = text.split(' ');
  const folded = parts.map(fold);
  if (folded.some((part) => ORGANISATIONS.has(part))) return [0, 0];
  if (PLACES.has(text)) return PERSON_TITLES.has(before) ? [2, 1] : [0, 3];
  if (PLACE_ENDINGS.has(parts.at(-1) ?? '') && size > 1) return [0, 2.5];
  if (PLACE_BEGINNINGS.has(parts[0] ?? '') && size > 1) return [0, 2.5];
  let [person, place] = [0, 0];
  if (PERSON_TITLES.has(before) || PERSON_TITLES.has(folded[0] ?? '')) person += 2;
  if (PERSON_CUES.has(before)) person += 0.5;
  if (PERSON_VERBS.has(after) || after === "'s") person += 0.5;
  if (PLACE_CUES.has(before)) place += size === 1 ? 1 : 0.75;
  // Two to four words of which one is no English word: mostly a person. Of plain words: mostly a title.
  if (size >= 2 && size <= 4) person += strange && before !== 'the' ? 1.5 : 0.5;
  return [person, place];
}

/** Runs of capitalised words, with small words of names inside. Headings in capitals throughout are left out. */
function runsOf(all: readonly Word[], sentence: number): Candidate[] {
  const plain = all.filter(({ text }) => /\p{L}/u.test(text));
  const high = plain.filter(({ text }) => isCapital(text)).length;
  // A title or a heading: capitals mean nothing there.
  if (plain.length > 3 && high / plain.length > 0.7) return [];
  const found: Candidate[] = [];
  let run: Word[] = [];
  let start = 0;
  const close = (end: number): void => {
    while (run.length > 0 && !isCapital(run.at(-1)?.text ?? '')) run.pop();
    while (run.length > 0 && (OTHERS.has(run[0]?.folded ?? '') || HONORIFICS.has(run[0]?.folded ?? ''))) {
      run.shift();
      start += 1;
    }
    const size = run.filter(({ text }) => isCapital(text)).length;
    if (
      size > 0 &&
      size <= 5 &&
      !(size === 1 && (OTHERS.has(run[0]?.folded ?? '') || (run[0]?.text.length ?? 0) < 3))
    )
      found.push({
        text: run
          .map(({ text }) => text)
          .join(' ')
          .replace(/^The /, ''),
        size,
        strange: run.some((word) => word.strange && isCapital(word.text)),
        before: all[start - 1]?.folded ?? '',
        after: all[end]?.folded ?? '',
        first: start === 0,
        sentence,
      });
    run = [];
  };
  all.forEach((word, index) => {
    const capital = isCapital(word.text) && !OTHERS.has(word.folded);
    const inside = run.length > 0 && PARTICLES.has(word.folded) && isCapital(all[index + 1]?.text ?? '');
    if (capital || inside) {
      if (run.length === 0) start = index;
      run.push(word);
    } else close(index - Math.max(0, trailing(run)));
  });
  close(all.length);
  return found;
}

/** Words of a run after its last capital. */
const trailing = (run: readonly Word[]): number =>
  run.length - 1 - run.findLastIndex(({ text }) => isCapital(text));

const isCapital = (text: string): boolean => /^\p{Lu}[\p{L}'’.-]*$/u.test(text);
