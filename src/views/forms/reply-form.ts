import type { Field, Form } from '../../chat/form.ts';
import { cut } from '../../chat/plain-text.ts';
import type { SavedReply } from '../../knowledge/saved-reply.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import { firstName } from '../ticket-facts.ts';
import type { ViewContext } from '../view-context.ts';
import { longestInput, noteField } from './form-parts.ts';
import { ticketForm } from './ticket-form.ts';

export interface ReplyFormFacts {
  /** Words that are there already, for the agent to change and send. */
  readonly text?: string;
  /** When the requester hears more, as it was typed. */
  readonly by?: string;
  /** Saved ones that can be picked. */
  readonly replies?: readonly SavedReply[];
  /** A saved one was picked, and its words are there. */
  readonly isFilled?: boolean;
}

/**
 * Words that go to the requester. Fields: `note`, labelled "Reply" (`filled` when a saved reply was picked, for a form that is
 * drawn anew keeps what was typed in a field of the same name), optional `by`: when they hear more (`HH:MM`, or
 * `YYYY-MM-DD HH:MM`), optional `saved`: the id of a saved reply, and `save`: whether to save the words.
 */
export function replyForm(ticket: Ticket, context: ViewContext, facts: ReplyFormFacts = {}): Form {
  const { title, submit, text } = context.words.forms.reply;
  const { replyBy, replyByHint } = context.words.later;
  const { replies: say } = context.words.knowledge;
  const { replies = [], isFilled = false, by } = facts;
  const words = facts.text ? { value: cut(facts.text, longestInput) } : {};
  const isPickable = replies.length > 0 && !isFilled;
  const note = { ...noteField(context.words), label: text, ...words, ...(isPickable ? { optional: true } : {}) };
  return ticketForm('ticket.reply', ticket, context, {
    title: title(firstName(ticket.requester, context)),
    submit,
    fields: [
      ...(isFilled ? [{ kind: 'note', text: say.filled } as const] : []),
      isFilled ? { ...note, name: 'filled' } : note,
      ...(isPickable ? [savedField(replies, context)] : []),
      {
        kind: 'text',
        name: 'by',
        label: replyBy,
        hint: replyByHint,
        optional: true,
        maxLength: 16,
        ...(by ? { value: by } : {}),
      },
      ...(ticket.confidential ? [] : [saveField(context)]),
    ],
  });
}

function savedField(replies: readonly SavedReply[], { words }: ViewContext): Field {
  const { pick, pickHint } = words.knowledge.replies;
  const options = replies.map(({ id, title, text }) => ({
    value: id,
    label: cut(title, longestLabel),
    description: cut(text.replace(/\s+/g, ' '), longestLabel),
  }));
  return { kind: 'choice', name: 'saved', label: pick, hint: pickHint, optional: true, isSearched: true, options };
}

function saveField({ words }: ViewContext): Field {
  const { save, saveHint } = words.knowledge.replies;
  return { kind: 'check', name: 'save', label: save, hint: saveHint, optional: true };
}

/** The most that Slack shows of an option. */
const longestLabel = 75;
