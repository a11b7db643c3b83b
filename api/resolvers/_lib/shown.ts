/** How much of a text an error shows. */
const MOST_SHOWN = 80;

/** A text as JSON for an error, cut when it is long: then its length in UTF-16 code units stands behind. */
export function shownText(text: string): string {
  const shown = JSON.stringify(text.slice(0, MOST_SHOWN));
  return text.length > MOST_SHOWN ? `${shown}… (${text.length} characters)` : shown;
}
