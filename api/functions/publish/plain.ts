/** What renders within a few milliseconds on the thread that answers everybody. */
const MOST_LENGTH = 8000;
const MOST_MARKS = 300;

/**
 * What may begin a construct of Markdown or HTML: the renderer's work grows with the square of their number where they
 * open nothing, and with the depth of quotes, lists and elements where they do. An indent of ten columns is one as well.
 */
const MARK = /[*_~`[\]<>|&@\\+=#\t]|\d[.)]|-[ -]|www\.|:\/\/| {10}| {2}\n/g;

/** Whether a text is short and has few marks. Linear in its length. */
export function isPlain(text: string): boolean {
  if (text.length > MOST_LENGTH) return false;
  let marks = 0;
  for (const _mark of text.matchAll(MARK)) if ((marks += 1) > MOST_MARKS) return false;
  return true;
}
