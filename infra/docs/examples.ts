/** Takes the examples out of Markdown. */

export interface Example {
  language: string;
  text: string;
}

const BLOCK = /^```(\w+)\n([\s\S]*?)\n```$/gm;

/** Blocks of code, in their order. */
export const examplesIn = (markdown: string): Example[] =>
  [...markdown.matchAll(BLOCK)].map(([, language = '', text = '']) => ({ language, text }));
