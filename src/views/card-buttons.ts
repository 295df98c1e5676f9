import type { ActionId } from '../chat/actions.ts';
import type { Button } from '../chat/card.ts';
import { cut } from '../chat/plain-text.ts';
import { isOpen, type Status, type Ticket } from '../tickets/ticket.ts';
import type { Words } from '../words/words.ts';
import { suggestButton } from './help-buttons.ts';

type Ticketed = Pick<Ticket, 'key' | 'status'> & { readonly confidential?: boolean };

/** What the requester can do about a ticket now. */
export function requesterButtons(ticket: Ticketed, words: Words): readonly Button[] {
  if (isOpen(ticket)) return [withdrawButton(ticket.key, words)];
  return ticket.status === 'resolved' ? answerButtons(ticket.key, words) : [];
}

/** The two answers to "does it work for you?". */
export function answerButtons(key: string, words: Words): readonly Button[] {
  return [itsFixedButton(key, words), stillBrokenButton(key, words.buttons.stillBroken)];
}

export function itsFixedButton(key: string, words: Words): Button {
  return { label: words.buttons.itsFixed, action: 'ticket.confirm', value: key, style: 'primary' };
}

/** The requester wants it open again; asks what is still wrong. */
export function stillBrokenButton(key: string, label: string): Button {
  return { label, action: 'ticket.stillBroken', value: key, opensForm: true };
}

/** What agents do most, by the state of the ticket. */
export function agentButtons(ticket: Ticketed, words: Words): readonly Button[] {
  return byStatus[ticket.status].map((name, index) => agentButton(name, ticket, words, index === 0));
}

/** What agents do more rarely, while the ticket is open. */
export function agentMore(ticket: Ticketed, words: Words, isWatching = false): readonly Button[] {
  if (!isOpen(ticket)) return makeArticleButtons(ticket, words);
  const names = ['edit', isWatching ? 'unwatch' : 'watch', 'link', 'merge', 'split'] as const;
  return [suggestButton(ticket.key, words), ...names.map((name) => agentButton(name, ticket, words, false))];
}

/** What solved a ticket may help others, unless it is confidential. */
function makeArticleButtons({ key, status, confidential }: Ticketed, { knowledge }: Words): readonly Button[] {
  if (confidential !== false || (status !== 'resolved' && status !== 'closed')) return [];
  return [{ label: knowledge.articles.make, action: 'article.make', value: key, opensForm: true }];
}

export function showButton(key: string, words: Words): Button {
  return { label: words.buttons.show, action: 'ticket.show', value: key };
}

/** By when the requester hears more. */
export function promiseButton(key: string, { later }: Words): Button {
  return { label: later.promiseButton, action: 'ticket.promise', value: key, opensForm: true };
}

/** No reminders for a while. */
export function snoozeButton(key: string, { later }: Words): Button {
  return { label: later.snoozeButton, action: 'ticket.snooze', value: key, opensForm: true };
}

/** Why it is due when it is. */
export function explainButton(key: string, words: Words): Button {
  return { label: words.buttons.explain, action: 'ticket.explain', value: key };
}

export function newIssueButton(words: Words, style?: 'primary'): Button {
  const button: Button = { label: words.buttons.newIssue, action: 'issue.new', value: 'new', opensForm: true };
  return style ? { ...button, style } : button;
}

/** An internal note goes to the requester after all; the value is the ticket's key and the note's id. */
export function sendButton(key: string, remarkId: string, name: string, words: Words): Button {
  return {
    label: words.buttons.sendTo(cut(name, longestName)),
    action: 'ticket.send',
    value: `${key} ${remarkId}`,
    style: 'primary',
  };
}

/** So that the longest label keeps within the 75 characters of a Slack button in every language. */
const longestName = 40;

const agentActions = {
  claim: 'ticket.claim',
  assign: 'ticket.assign',
  takeBack: 'ticket.takeBack',
  reply: 'ticket.reply',
  note: 'ticket.note',
  hold: 'ticket.hold',
  resume: 'ticket.resume',
  escalate: 'ticket.escalate',
  resolve: 'ticket.resolve',
  reopen: 'ticket.reopen',
  priority: 'ticket.priority',
  cancel: 'ticket.cancel',
  edit: 'ticket.edit',
  watch: 'ticket.watch',
  unwatch: 'ticket.unwatch',
  link: 'ticket.link',
  merge: 'ticket.merge',
  split: 'ticket.split',
} as const satisfies Record<string, ActionId>;
type AgentAction = keyof typeof agentActions;

const byStatus: Readonly<Record<Status, readonly AgentAction[]>> = {
  new: ['claim', 'assign', 'reply', 'note', 'escalate', 'resolve', 'priority', 'cancel'],
  in_progress: ['reply', 'resolve', 'hold', 'note', 'assign', 'escalate', 'priority', 'takeBack', 'cancel'],
  on_hold: ['resume', 'reply', 'resolve', 'note', 'assign', 'escalate', 'priority', 'takeBack', 'cancel'],
  resolved: ['reopen', 'note'],
  closed: ['note'],
  cancelled: [],
};

/** These are done at once; all others ask something first. */
const atOnce: readonly AgentAction[] = ['claim', 'takeBack', 'resume', 'watch', 'unwatch'];

function agentButton(name: AgentAction, ticket: Ticketed, words: Words, isFirst: boolean): Button {
  return {
    label: words.buttons[name],
    action: agentActions[name],
    value: ticket.key,
    ...(isFirst && isOpen(ticket) ? { style: 'primary' as const } : {}),
    ...(name === 'cancel' ? { style: 'danger' as const } : {}),
    ...(atOnce.includes(name) ? {} : { opensForm: true }),
  };
}

/** Asks once more before it is done. In no colour: as the only button of a card it would look like what to do next. */
function withdrawButton(key: string, { buttons }: Words): Button {
  const { title, text, yes, no } = buttons.withdrawConfirm;
  return {
    label: buttons.cancel,
    action: 'ticket.withdraw',
    value: key,
    confirm: { title: title(key), text, yes, no },
  };
}
