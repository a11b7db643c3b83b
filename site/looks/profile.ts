/** What of a profile stands in the head of its portfolio; the rest stands below the works. */

interface Told {
  dateText: string | null;
  nationality: string | null;
  summary: string | null;
}

/** Beyond this a summary is a text to read, and would keep the works from view. */
const LEAD = 320;

const bare = (text: string): string =>
  text
    .trim()
    .replace(/[.\s]+$/, '')
    .toLowerCase();

/** What is not known may be absent as well. The summary and the nationality where they belong into the head, each null where it is long or said there already. */
export function headOf({
  dateText,
  nationality = null,
  summary = null,
}: Partial<Told>): Pick<Told, 'nationality' | 'summary'> {
  const dated = bare(dateText ?? '');
  const isLead = summary !== null && summary.length <= LEAD && bare(summary) !== dated;
  const isSaid = nationality !== null && dated.includes(bare(nationality));
  return { summary: isLead ? summary : null, nationality: isSaid ? null : nationality };
}
