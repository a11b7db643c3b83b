import type { Item, Table } from '../../ports/table/port.ts';

/** The document was replaced while it was read: it is to be read again from its head. */
export class Replaced extends Error {
  override name = 'Replaced';
}

/** The whole JSON text of a public document. @throws Replaced when its pieces are not there any more */
export async function readPublicText(table: Pick<Table, 'query'>, head: Item): Promise<string> {
  const { PK, SK, generation, parts, text } = head as Record<string, string> & { parts: number };
  if (parts < 2) return text ?? '';
  const from = `${SK ?? ''}#${generation ?? ''}#`;
  const pieces = [text ?? ''];
  for await (const item of table.query({
    condition: {
      expression: 'PK = :pk AND SK BETWEEN :from AND :to',
      values: { ':pk': PK, ':from': from, ':to': `${from}~` },
    },
    consistent: true,
  })) {
    pieces.push(item.text as string);
  }
  if (pieces.length !== parts)
    throw new Replaced(
      `The document ${SK ?? ''} has ${pieces.length} of its ${parts} pieces: it was replaced while it was read.`,
    );
  return pieces.join('');
}
