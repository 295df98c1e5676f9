declare module 'snowball-stemmers' {
  export interface Stemmer {
    stem(word: string): string;
  }
  /** @param language its English name in lower case, such as `german` */
  export function newStemmer(language: string): Stemmer;
}
