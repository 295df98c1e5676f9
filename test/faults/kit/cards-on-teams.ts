import type { TeamsMessage } from '../../../playground/teams/model.ts';
import type { TeamsTenant } from '../../../playground/teams/teams-tenant.ts';

/** A card of the desk as it lies in the tenant. */
export interface LyingCard {
  readonly key: string;
  readonly card: 'requester' | 'agent';
  readonly message: TeamsMessage;
  /** Every word of it, one line for each text. */
  readonly text: string;
}

/** Every message that somebody or the desk wrote and that still stands, wherever it lies. */
export function everyMessage(teams: TeamsTenant): readonly TeamsMessage[] {
  const chats = teams.people.map((person) => teams.chatOf(person));
  return [...teams.channels, ...teams.groupChats, ...chats].flatMap((place) => teams.allMessages(place));
}

/** Every message of the desk, wherever it lies. */
export function postsOn(teams: TeamsTenant): readonly TeamsMessage[] {
  return everyMessage(teams).filter(({ from }) => from === teams.identity.botId);
}

/** Every card of the desk: it names its ticket in its first two lines and tells the ticket's state. */
export function cardsOn(teams: TeamsTenant): readonly LyingCard[] {
  const triage = new Set(teams.channels.filter(({ name }) => name.endsWith('-triage')).map(({ id }) => id));
  return postsOn(teams).flatMap((message) => {
    const text = teams.words(message);
    const key = /\b(?:INC|REQ)-\d+\b/.exec(text.split('\n').slice(0, 2).join('\n'))?.[0];
    if (key === undefined || !/^State /m.test(text)) return [];
    return [{ key, card: triage.has(message.conversationId) ? 'agent' : 'requester', message, text }];
  });
}

export interface Counted {
  readonly tickets: number;
  /** Cards that lie nowhere. */
  readonly missing: readonly string[];
  /** Cards that lie more than once, with how often. */
  readonly doubled: readonly string[];
}

/**
 * How many tickets have cards, and which cards lie more or less than once.
 * @param except ids of messages that do not count
 */
export function counted(teams: TeamsTenant, except: ReadonlySet<string> = new Set()): Counted {
  const times = new Map<string, number>();
  const cards = cardsOn(teams).filter(({ message }) => !except.has(message.id));
  for (const { key, card } of cards) times.set(`${key} ${card}`, (times.get(`${key} ${card}`) ?? 0) + 1);
  const tickets = new Set([...times.keys()].map((card) => card.split(' ')[0] ?? ''));
  const wanted = [...tickets].flatMap((key) => [`${key} requester`, `${key} agent`]);
  return {
    tickets: tickets.size,
    missing: wanted.filter((card) => !times.has(card)),
    doubled: [...times].flatMap(([card, count]) => (count > 1 ? [`${card} × ${count}`] : [])),
  };
}

/**
 * How many cards hold each of these words of people, agent cards alone: 1 where a message became exactly one ticket.
 * @param words each of which stands in one message only, up to the next full stop
 */
export function ticketsOf(teams: TeamsTenant, words: readonly string[]): readonly (readonly [string, number])[] {
  const agents = cardsOn(teams).filter(({ card }) => card === 'agent');
  return words.map((each) => {
    const keys = agents.filter(({ text }) => text.includes(each)).map(({ key }) => key);
    return [each, new Set(keys).size] as const;
  });
}

/** Ids of the messages that Teams took without the desk hearing of it: their connections were cut before the answer. */
export function unheardOn(teams: TeamsTenant): ReadonlySet<string> {
  const cut = teams.calls.filter(({ operation, status }) => operation === 'sendToConversation' && status === 'reset');
  return new Set(cut.flatMap(({ answer }) => (typeof answer.id === 'string' ? [answer.id] : [])));
}
