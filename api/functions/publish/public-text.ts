import type { Item, Table } from '../../ports/table/port.ts';

/** The whole JSON text of a public document. @throws Error when it was replaced while it was read. */
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
  })) {
    pieces.push(item.text as string);
  }
  if (pieces.length !== parts) throw new Error(`The document ${SK ?? ''} was replaced while it was read.`);
  return pieces.join('');
}
