import type { CommandEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import { toTicketAnswer } from '../src/knowledge/answer-consideration.ts';
import type { FoundAnswer } from '../src/knowledge/answers.ts';
import { readLanguage } from '../src/knowledge/languages.ts';
import { dayIn } from '../src/tickets/ticket-service.ts';
import { serviceIn } from '../src/triage/service-of.ts';
import { askedCard } from '../src/views/answer-card.ts';
import { doneCard } from '../src/views/done-card.ts';
import { type Acting, contextFor, whoActs } from './acting.ts';

/** `/desk ask`: articles answer in private, or the desk says that it does not know. Nothing is raised. */
export async function askDesk(turn: Turn<CommandEvent>, desk: Desk, question: string): Promise<void> {
  const acting = await whoActs(turn, desk);
  const context = await contextFor(desk, acting.person);
  if (question.trim() === '') {
    const { command } = desk.chat.at(turn.event.person);
    await turn.whisper(doneCard(context.words.knowledge.ask.nothingAsked(command)));
    return;
  }
  const { services } = desk.config();
  const named = serviceIn(question, services)?.value;
  const service = services.find(({ id }) => id === named);
  const isConfidential = service?.confidential ?? false;
  const { person, doer } = acting;
  const found = await desk.answers.ask({
    text: question,
    reader: doer.actor,
    language: readLanguage(person.locale ?? desk.config().desk.locale),
    matter: { person: person.id, isConfidential, service: service?.id },
  });
  await keepQuestion(turn, desk, acting, { question, found, isConfidential, service: service?.id });
  await turn.whisper(askedCard(found && toTicketAnswer(found, desk.clock.now()), context));
}

interface Asked {
  readonly question: string;
  readonly found: FoundAnswer | undefined;
  readonly isConfidential: boolean;
  readonly service: string | undefined;
}

/** So that what articles lack can be found. What is confidential is counted without its words. */
async function keepQuestion(
  turn: Turn<CommandEvent>,
  desk: Desk,
  { person }: Acting,
  { question, found, isConfidential, service }: Asked,
): Promise<void> {
  const at = desk.clock.now();
  const language = readLanguage(person.locale ?? desk.config().desk.locale);
  await desk.questions.keep({
    ...{ id: turn.event.id, person: person.id, at, day: dayIn(desk.config().desk.timeZone, at), isConfidential },
    ...(isConfidential ? {} : { text: question.slice(0, longestKept) }),
    ...(service ? { service } : {}),
    ...(language ? { language } : {}),
    articles: [...new Set(found?.quotes.map(({ articleId }) => articleId) ?? [])],
    ...(found ? { by: found.by } : {}),
  });
}

const longestKept = 500;
