import type { ActionEvent } from '../src/chat/event.ts';
import type { Desk } from '../src/desk.ts';
import type { HelpDraft } from '../src/help/draft-store.ts';
import { lastPublic, remarksOfTalk } from '../src/help/talk-of.ts';
import type { Remark } from '../src/tickets/conversation.ts';
import { reply } from '../src/tickets/moves/talking.ts';
import { replyForm } from '../src/views/forms/reply-form.ts';
import { sentCard } from '../src/views/sent-card.ts';
import { suggestedReplyCard, suggestionGoneCard } from '../src/views/suggested-reply-card.ts';
import { contextFor, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';
import { offerPromise } from './promise-update.ts';
import { answerable } from './suggested-reply.ts';

/**
 * The agent sends the suggestion as it stands. Sent once, however often it is clicked; when something was said since it was
 * made, the agent sees that first.
 */
export const useSuggestedReply: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const [key = '', id = ''] = turn.event.value.split(' ');
  const before = await answerable(desk, key, doer.actor);
  const draft = await desk.help.drafts.find(id);
  const context = await contextFor(desk, person, [before]);
  if (!draft || draft.ticket !== key) return turn.replace(suggestionGoneCard(before, context));
  const since = await saidSince(desk, draft);
  if (since) {
    await desk.help.drafts.heard(id, since.id);
    const shown = { id, text: draft.text, spoken: { by: draft.by }, sources: [], saidSince: since.text };
    return turn.replace(suggestedReplyCard(before, shown, context));
  }
  await desk.remarks.insert(remarkOf(draft, person.id, turn.event));
  const ticket = await desk.tickets.changeByDesk(key, person.id, `send:${remarkId(draft)}`, reply(remarkId(draft)));
  await desk.courier.said(key);
  await turn.replace(sentCard(ticket, context));
  await offerPromise(turn, desk, { person }, ticket, draft.text);
};

/** The agent wants other words: the form for a reply opens with the suggestion in it. */
export const editSuggestedReply: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const [key = '', id = ''] = turn.event.value.split(' ');
  const ticket = await answerable(desk, key, doer.actor);
  const draft = await desk.help.drafts.find(id);
  const form = replyForm(ticket, await contextFor(desk, person, [ticket]));
  const fields = form.fields.map((field) =>
    field.kind === 'text' && field.name === 'note' && draft?.ticket === key ? { ...field, value: draft.text } : field,
  );
  await turn.openForm({ ...form, fields });
};

/** The last words of the talk, when they are newer than the draft and not the draft itself. */
async function saidSince(desk: Desk, draft: HelpDraft): Promise<Remark | undefined> {
  if (await desk.remarks.find(remarkId(draft))) return undefined;
  const last = lastPublic(await desk.remarks.of(draft.ticket, remarksOfTalk));
  return last && last.id !== draft.heard ? last : undefined;
}

const remarkId = ({ id }: HelpDraft) => `draft:${id}`;

function remarkOf(draft: HelpDraft, author: string, { at }: ActionEvent): Remark {
  const facts = { side: 'agent', visibility: 'public', isDescription: false, version: 1, owing: true } as const;
  return { ...facts, id: remarkId(draft), ticket: draft.ticket, author, text: draft.text, files: [], at, copies: [] };
}
