/** What is used of the package; its own types import files without endings, which Node's resolution does not find. */
declare module 'fasttext.wasm.js' {
  interface Identified {
    /** ISO 639-3. */
    alpha3: string;
    /** ISO 639-1, where there is one. */
    alpha2: string | null;
    /** 0 to 1. */
    possibility: number;
  }
  interface LanguageIdentification {
    load(): Promise<unknown>;
    identify(text: string): Promise<Identified>;
  }
  export function getLIDModel(): Promise<LanguageIdentification>;
}
