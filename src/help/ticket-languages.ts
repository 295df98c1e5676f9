import type { Ticket } from '../tickets/ticket.ts';
import { type LanguageDetector, languageOf, loadLanguageDetector } from '../triage/language-of.ts';

/** Tells in which language people write. The detector is loaded when it is first needed. */
export class TicketLanguages {
  #detector: Promise<LanguageDetector | undefined> | undefined;

  /**
   * The language of a text.
   * @param fallback ISO 639-1, for a text that is too short to tell
   */
  async of(text: string, fallback: string): Promise<string> {
    this.#detector ??= loadLanguageDetector().catch(() => undefined);
    return languageOf(text, fallback, await this.#detector).value;
  }

  /**
   * The language that a ticket's requester writes.
   * @param locale the requester's, else the desk's: BCP 47
   */
  async ofRequester(ticket: Pick<Ticket, 'description' | 'triage'>, locale: string): Promise<string> {
    return ticket.triage?.language || this.of(ticket.description, languageIn(locale));
  }
}

/** The language of a locale, ISO 639-1: `de-AT` is `de`. */
export function languageIn(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0] || 'en';
}
