import type { Clock } from '../clock.ts';
import type { DeskConfig } from '../config/desk-config.ts';
import type { PeopleService } from '../people/people-service.ts';
import type { Consideration } from '../tickets/consideration.ts';
import { offerAnswer } from '../tickets/moves/answering.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { TicketAnswer } from '../tickets/ticket-answer.ts';
import type { Answers, FoundAnswer, SourcedQuote } from './answers.ts';
import { anybody } from './knowledge-library.ts';
import { readLanguage } from './languages.ts';

export interface AnswerConsiderationParts {
  readonly answers: Answers;
  readonly people: Pick<PeopleService, 'byId'>;
  readonly config: () => Pick<DeskConfig, 'knowledge' | 'desk'>;
  readonly clock: Clock;
}

/** Ways in by which nobody waits for an answer in a conversation. */
const unheard: readonly Ticket['source']['via'][] = ['split', 'import'];

/** Public articles may solve a new ticket before a person looks at it. Offered once; where they do not carry it, nothing is said. */
export function answerConsideration({ answers, people, config, clock }: AnswerConsiderationParts): Consideration {
  return {
    name: 'answer',
    async of(ticket, { isAsked }) {
      if (isAsked || !config().knowledge.isAnswering || ticket.answer || unheard.includes(ticket.source.via)) return;
      const locale = (await people.byId(ticket.requester))?.locale ?? config().desk.locale;
      const { requester: person, confidential: isConfidential, service, key } = ticket;
      const found = await answers.ask({
        text: wordsOf(ticket),
        reader: anybody,
        language: readLanguage(locale),
        matter: { person, isConfidential, service, ticket: key },
      });
      return found && { isAsking: true, step: offerAnswer(toTicketAnswer(found, clock.now())) };
    },
  };
}

/** What is asked: a title of the requester's own words says nothing more. */
function wordsOf({ title, description }: Ticket): string {
  const begin = title.replace(/…$/, '').trim();
  const words = description.includes(begin) ? description : `${title}\n${description}`;
  return words.slice(0, longestQuestion);
}

const longestQuestion = 2_000;
const longestQuote = 1_000;

export function toTicketAnswer({ by, fellBack, text, quotes }: FoundAnswer, at: Date): TicketAnswer {
  return {
    ...{ at, by, state: 'offered' },
    ...(fellBack ? { fellBack } : {}),
    ...(text ? { text } : {}),
    quotes: quotes.map(toOffered),
  };
}

function toOffered({ articleId: article, version, title, url, headings, text }: SourcedQuote) {
  return { article, version, title, headings, text: text.slice(0, longestQuote), ...(url ? { url } : {}) };
}
