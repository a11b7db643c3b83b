/** What an index was made with, noted beside it once it is whole. Without the note it is compared with the table. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Embeddings } from '#api/ports/embeddings/port.ts';

/** Of the way that documents are made of items: another one makes an index anew. */
const DOCUMENTS = 2;

export interface IndexNote {
  documents: number;
  /** Ids of the models. */
  text: string;
  image: string;
}

export const noteFor = ({ text, image }: Pick<Embeddings, 'text' | 'image'>): IndexNote => ({
  documents: DOCUMENTS,
  text: text.id,
  image: image.id,
});

const fileIn = (dir: string): string => join(dir, 'made-with.json');

/** The note, or null where there is none that can be read. */
export function readNote(dir: string): IndexNote | null {
  try {
    return JSON.parse(readFileSync(fileIn(dir), 'utf8')) as IndexNote;
  } catch {
    return null;
  }
}

export function writeNote(dir: string, note: IndexNote): void {
  mkdirSync(dir, { recursive: true });
  const fresh = `${fileIn(dir)}.${process.pid}`;
  writeFileSync(fresh, JSON.stringify(note));
  renameSync(fresh, fileIn(dir));
}

/** The index is not whole until it has been compared again. */
export const removeNote = (dir: string): void => rmSync(fileIn(dir), { force: true });
