import type { ChatEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import type { HelpDraft } from '../src/help/draft-store.ts';
import { languageIn } from '../src/help/ticket-languages.ts';
import type { Person } from '../src/people/person.ts';
import { type Remark, textMark, translationOf } from '../src/tickets/conversation.ts';
import { requirePermission } from '../src/tickets/permissions.ts';
import type { Ticket } from '../src/tickets/ticket.ts';
import { doneCard } from '../src/views/done-card.ts';
import { languageName } from '../src/views/language-name.ts';
import { suggestionGoneCard } from '../src/views/suggested-reply-card.ts';
import { translationOffer } from '../src/views/translation-offer.ts';
import { contextFor, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';
import { draftId, requesterLanguage } from './suggested-reply.ts';

/** An agent's words went to a requester who writes another language: the agent is shown them in it. Nobody waits for that. */
export function offerTranslation(
  turn: Turn<ChatEvent>,
  desk: Desk,
  person: Person,
  ticket: Ticket,
  said: Remark,
): void {
  const { translator } = desk.help;
  if (translator.isOn) translator.later(() => offer(turn, desk, person, ticket, said));
}

async function offer(turn: Turn<ChatEvent>, desk: Desk, person: Person, ticket: Ticket, said: Remark): Promise<void> {
  const { translator, drafts } = desk.help;
  const to = await requesterLanguage(desk, ticket);
  const fallback = languageIn(person.locale ?? desk.config().desk.locale);
  const translation = await translator.translate(said.text, ticket, { asker: person.id, to, fallback });
  if (!translation) return;
  const { text, of, from } = translation;
  const id = draftId(`translation:${said.id}:${of}`);
  const draft: HelpDraft = { id, ticket: ticket.key, text, language: to, by: 'openai', madeAt: desk.clock.now() };
  await drafts.add({ ...draft, translates: { remark: said.id, of, from } });
  await turn.whisper(translationOffer(ticket, draft, await contextFor(desk, person, [ticket])));
}

/** The agent lets the translation stand under their words. The same words get it once, and changed words do not get it. */
export const sendTranslation: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const [key = '', id = ''] = turn.event.value.split(' ');
  const ticket = await desk.tickets.get(key, doer.actor);
  requirePermission(doer.actor, 'reply', ticket);
  const draft = await desk.help.drafts.find(id);
  const context = await contextFor(desk, person, [ticket]);
  if (!draft?.translates || draft.ticket !== key) return turn.replace(suggestionGoneCard(ticket, context));
  const { remark: remarkId, of, from } = draft.translates;
  const said = await desk.remarks.find(remarkId);
  const { help } = context.words;
  if (!said || said.ticket !== key || said.deletedAt || textMark(said.text) !== of)
    return turn.replace(doneCard(help.wordsChanged(key)));
  if (!translationOf(said)) {
    await desk.remarks.change(remarkId, { translation: { to: draft.language, from, text: draft.text, of } });
    await desk.courier.said(key);
  }
  await turn.replace(doneCard(help.sentToo(key, languageName(draft.language, context.locale))));
};
