import type { ActionEvent, ChatEvent, CommandEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import type { SecretDrop } from '../src/secrets/secret-drop.ts';
import { may, requirePermission } from '../src/tickets/permissions.ts';
import { Refusal } from '../src/tickets/refusal.ts';
import { isOpen, openStatuses, type Ticket } from '../src/tickets/ticket.ts';
import { doneCard } from '../src/views/done-card.ts';
import { enterSecretCard, secretAskedCard, secretLinkCard, whichTicketCard } from '../src/views/secret-drop-card.ts';
import { type Acting, contextFor, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';

/** An agent needs a secret of the requester, who gets a link to enter it. */
export const askForSecret: ActionFlow = async (turn, desk) => {
  const acting = await whoActs(turn, desk);
  const { person, doer } = acting;
  const ticket = await desk.tickets.get(turn.event.value, doer.actor);
  requirePermission(doer.actor, 'reply', ticket);
  const asking = { ticket: ticket.key, from: ticket.requester, to: 'team', askedBy: person.id } as const;
  const asked = await desk.secrets.drops.ask(asking);
  if (!asked) return sayThereIsNoPage(turn, desk, acting);
  await desk.secrets.teller.ask(asked.drop, asked.url, ticket);
  await turn.whisper(secretAskedCard(ticket, await contextFor(desk, person, [ticket])));
};

/** Somebody wants to hand over a secret: the requester to the team, an agent to the requester. */
export const offerSecret: ActionFlow = (turn, desk) => offerSecretFor(turn, desk, turn.event.value);

/** @param about a ticket's key; the person's own open ticket when left out or `mine` */
export async function offerSecretFor(
  turn: Turn<ActionEvent | CommandEvent>,
  desk: Desk,
  about: string | undefined,
): Promise<void> {
  const acting = await whoActs(turn, desk);
  const { person, doer } = acting;
  if (!desk.secrets.drops.hasPage) return sayThereIsNoPage(turn, desk, acting);
  const key = about === undefined || about === 'mine' ? await ownTicket(turn, desk, acting) : about;
  if (key === undefined) return;
  const ticket = await desk.tickets.get(key, doer.actor);
  const to = ticket.requester === person.id ? 'team' : 'requester';
  if (to === 'requester' && !may(doer.actor, 'reply', ticket)) throw new Refusal({ kind: 'notFound', key });
  if (!isOpen(ticket) && ticket.status !== 'resolved') return sayThereIsNoTicket(turn, desk, acting);
  const asked = await desk.secrets.drops.ask({ ticket: key, from: person.id, to, askedBy: person.id });
  if (!asked) return sayThereIsNoPage(turn, desk, acting);
  await turn.whisper(enterSecretCard(asked.drop, asked.url, ticket, await contextFor(desk, person, [ticket])));
}

/** Who may open it gets a link of their own. */
export const openSecret: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const [id = '', key = ''] = turn.event.value.split(' ');
  const drop = await desk.secrets.drops.find(id);
  const context = await contextFor(desk, person);
  if (!drop) return whisperDone(turn, context.words.secretDrops.page.goneText);
  const ticket = await desk.tickets.get(drop.ticket, doer.actor);
  requireOpener(drop, ticket, doer.actor);
  const url = await desk.secrets.drops.linkFor(id, key, person.id);
  if (url === undefined) return whisperDone(turn, context.words.secretDrops.gone(ticket.key));
  await turn.whisper(secretLinkCard(ticket.key, url, context));
};

function requireOpener(drop: SecretDrop, ticket: Ticket, actor: Acting['doer']['actor']): void {
  if (drop.to === 'team') requirePermission(actor, 'reply', ticket);
  else if (actor.id !== ticket.requester) throw new Refusal({ kind: 'notFound', key: ticket.key });
}

/** The one open ticket of this person; with several they are asked, with none they are told. */
async function ownTicket(turn: Turn<ChatEvent>, desk: Desk, { person, doer }: Acting): Promise<string | undefined> {
  const page = await desk.tickets.list({ kind: 'raisedBy', person: person.id }, doer.actor, 0, mostShown);
  const open = page.lines.filter(({ status }) => openStatuses.some((one) => one === status));
  const [first, ...others] = open;
  if (first && others.length === 0) return first.key;
  const context = await contextFor(desk, person);
  await turn.whisper(first ? whichTicketCard(open, context) : doneCard(context.words.secretDrops.noTicket));
  return undefined;
}

const mostShown = 10;

async function sayThereIsNoPage(turn: Turn<ChatEvent>, desk: Desk, { person }: Acting): Promise<void> {
  await whisperDone(turn, (await contextFor(desk, person)).words.secretDrops.noPage);
}

async function sayThereIsNoTicket(turn: Turn<ChatEvent>, desk: Desk, { person }: Acting): Promise<void> {
  await whisperDone(turn, (await contextFor(desk, person)).words.secretDrops.noTicket);
}

async function whisperDone(turn: Turn<ChatEvent>, text: Parameters<typeof doneCard>[0]): Promise<void> {
  await turn.whisper(doneCard(text));
}
