import { foldDecomposed } from '../../resolvers/_lib/fold.ts';

/** What titles and names are ordered by, as resolvers make it. */
export const fold = (text: string): string => foldDecomposed(text.slice(0, 200).normalize('NFD'));
