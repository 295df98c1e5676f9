import type { SlackWorkspace } from '../../../playground/slack/slack-workspace.ts';

/** Every card of the desk that lies in the workspace, as `<ticket> <card>`, found by its metadata. */
export function cardsOn(slack: SlackWorkspace): readonly string[] {
  return messagesOf(slack).flatMap(({ metadata }) => {
    const { event_type: type, event_payload: about } = (metadata ?? {}) as Metadata;
    return type === 'deskhand_card' && about ? [`${about.ticket} ${about.card}`] : [];
  });
}

interface Metadata {
  readonly event_type?: string;
  readonly event_payload?: { readonly ticket: string; readonly card: string };
}

/** Every message of the desk, wherever it lies. */
export function messagesOf(slack: SlackWorkspace) {
  const all = slack.channels.flatMap((channel) => slack.allMessages(channel));
  return all.filter(({ user }) => user === slack.botUserId);
}

/** How many tickets have cards, and which cards lie more or less than once. */
export function counted(slack: SlackWorkspace): { readonly tickets: number; readonly wrong: readonly string[] } {
  const cards = cardsOn(slack);
  const tickets = [...new Set(cards.map((card) => card.split(' ')[0] ?? ''))];
  const wanted = tickets.flatMap((key) => [`${key} requester`, `${key} agent`]);
  const times = (card: string) => cards.filter((one) => one === card).length;
  const wrong = [...new Set([...wanted, ...cards])].filter((card) => times(card) !== 1);
  return { tickets: tickets.length, wrong: wrong.map((card) => `${card} × ${times(card)}`) };
}
