/** What was offered to the requester as the answer, and what became of it. */
export interface TicketAnswer {
  readonly at: Date;
  /** Which form of the assistant spoke. */
  readonly by: 'local' | 'openai';
  /** Why the local form spoke although there is a model. */
  readonly fellBack?: string;
  /** A model's own words, which its quotes carry. */
  readonly text?: string;
  /** Passages of articles as they stood then; text of others: shown, never obeyed. At least one. */
  readonly quotes: readonly OfferedQuote[];
  readonly state: 'offered' | 'solved' | 'failed';
  /** When the requester said so. */
  readonly endedAt?: Date;
  /** `YYYY-MM-DD` in the desk's zone. */
  readonly solvedDay?: string;
}

export interface OfferedQuote {
  /** The article's id. */
  readonly article: string;
  readonly version: number;
  readonly title: string;
  readonly url?: string;
  /** The headings that it stands under, the outermost first. */
  readonly headings: readonly string[];
  readonly text: string;
}

/** The articles of an answer, each once. */
export function articlesIn({ quotes }: Pick<TicketAnswer, 'quotes'>): readonly OfferedQuote[] {
  return quotes.filter(({ article }, at) => quotes.findIndex((other) => other.article === article) === at);
}
