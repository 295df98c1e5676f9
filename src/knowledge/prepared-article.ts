import { type Language, languageOf } from './languages.ts';
import { headingsOf, type Passage, passagesOf } from './passages.ts';
import { folded, termsIn, wordsOf } from './words-of.ts';

/** What is indexed of an article. */
export interface IndexedArticle {
  readonly id: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  /** Found by its words when left out. */
  readonly language?: Language;
}

type Terms = readonly string[];

/** An article whose words are read already: reading takes long, putting them into an index does not. */
export interface PreparedArticle {
  readonly article: IndexedArticle;
  readonly language: Language;
  readonly title: Terms;
  readonly headings: Terms;
  readonly passages: readonly (Passage & { readonly terms: Terms; readonly headingTerms: Terms })[];
}

export function preparedArticle(article: IndexedArticle): PreparedArticle {
  const { title, body } = article;
  const language = article.language ?? languageIn(article);
  const terms = (text: string) => termsIn(text, language);
  return {
    article,
    language,
    title: terms(title),
    headings: headingsOf(body).flatMap(terms),
    passages: passagesOf(body).map((passage) => ({
      ...passage,
      terms: terms(passage.text),
      headingTerms: passage.headings.flatMap(terms),
    })),
  };
}

function languageIn({ title, body }: IndexedArticle): Language {
  return languageOf(wordsOf(`${title}\n${body}`).map(({ text }) => folded(text)));
}
