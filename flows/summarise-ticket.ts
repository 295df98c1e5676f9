import { openQuestionIn } from '../src/help/open-question.ts';
import { remarksOfTalk, spokenOf, talkOf } from '../src/help/talk-of.ts';
import { languageIn } from '../src/help/ticket-languages.ts';
import { requirePermission } from '../src/tickets/permissions.ts';
import { ticketSummaryCard } from '../src/views/ticket-summary-card.ts';
import { contextFor, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';
import { whisper } from './whispering.ts';

/** An agent asks what a long thread comes to. They alone see it, with what agents said among themselves. */
export const summariseTicket: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const ticket = await desk.tickets.get(turn.event.value, doer.actor);
  requirePermission(doer.actor, 'note', ticket);
  desk.journal.concerns(turn.event.id, ticket.key);
  const remarks = await desk.remarks.of(ticket.key, remarksOfTalk);
  const authors = remarks.map(({ author }) => author);
  const context = await contextFor(desk, person, [ticket], authors);
  const { confidential: isConfidential, service, key } = ticket;
  const matter = { person: person.id, isConfidential, service, ticket: key };
  const { text, ...spoken } = await desk.assistant.summarise(
    talkOf(ticket, remarks, true),
    languageIn(context.locale),
    matter,
  );
  const said = spokenOf(remarks);
  const summary = {
    spoken,
    // What people wrote is told by whom they are; a model's words are its own.
    ...(spoken.by === 'openai' ? { text } : {}),
    requesterLast: said.findLast(({ side }) => side === 'requester'),
    agentLast: said.findLast(({ side }) => side === 'agent'),
    open: openQuestionIn(talkOf(ticket, remarks, false)),
  };
  await whisper(turn, desk, ticketSummaryCard(ticket, summary, context));
};
