import type { Block, Button, Card, RowBlock } from '../chat/card.ts';
import { bold, type Span, spansOf } from '../chat/text.ts';
import type { Absence } from '../duty/absence.ts';
import type { HandedOver } from '../duty/hand-over.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { showButton } from './card-buttons.ts';
import { dateSpan } from './dates.ts';
import { dueInList } from './due-text.ts';
import { heading, oneLine, paragraph, personSpan, quiet } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** Somebody who is away, and what they hold, for one reader. */
export interface AbsenceFacts {
  readonly absence: Absence;
  /** What the reader may know of, the most urgent first. */
  readonly tickets: readonly HeldTicket[];
}

export interface HeldTicket {
  readonly ticket: Ticket;
  /** Whether the reader may give it to somebody else. */
  readonly mayAssign: boolean;
}

/** A message has room for 50 blocks. */
const mostRows = 30;
const mostRowsAtHome = 10;

/** Tells a lead that somebody is away and what they hold. The notification names no ticket. */
export function absenceCard({ absence, tickets }: AbsenceFacts, context: ViewContext): Card {
  const { duty } = context.words;
  const person = context.person(absence.person);
  const until = dateSpan(absence.until, 'dateTime', context);
  const left = tickets.length - mostRows;
  return {
    title: duty.isAway(person.name),
    blocks: [
      paragraph(duty.holds(person, until, tickets.length)),
      ...tickets.slice(0, mostRows).map((held) => heldRow(held, [], context)),
      ...(left > 0 ? [quiet(duty.more(left))] : []),
    ],
    buttons: tickets.some(({ mayAssign }) => mayAssign) ? [handOverAllButton(absence.person, context)] : [],
    summary: duty.summary(person.name, tickets.length),
  };
}

/** The same on a lead's home page, for everybody who is away; nothing when they hold nothing. */
export function absenceSection(all: readonly AbsenceFacts[], context: ViewContext): readonly Block[] {
  const { duty } = context.words;
  const rows = all.flatMap(({ absence, tickets }) => {
    const holder = duty.with(context.person(absence.person), dateSpan(absence.until, 'dateTime', context));
    return tickets.map((held) => heldRow(held, [' · ', ...spansOf(holder)], context));
  });
  if (rows.length === 0) return [];
  const left = rows.length - mostRowsAtHome;
  const more = left > 0 ? [quiet(duty.more(left))] : [];
  return [{ kind: 'divider' }, heading(duty.heldByAway), ...rows.slice(0, mostRowsAtHome), ...more];
}

/** Tells what went to whom. */
export function handedOverCard(person: string, all: readonly HandedOver[], context: ViewContext): Card {
  const { duty } = context.words;
  const from = personSpan(person, context);
  if (all.length === 0) return { blocks: [paragraph(duty.noneHandedOver(from))] };
  const lines = all.map(({ ticket, to }): Block => {
    const name = [bold(ticket.key), ' ', oneLine(ticket.title, longestTitle)];
    if (to !== undefined) return paragraph(duty.goesTo(name, context.person(to)));
    return { kind: 'row', text: duty.stays(name), button: handOverButton(ticket.key, context) };
  });
  const left = all.length - mostRows;
  return {
    title: duty.handedOver(from),
    blocks: [...lines.slice(0, mostRows), ...(left > 0 ? [quiet(duty.more(left))] : [])],
    summary: context.words.duty.buttons.handOverAll,
  };
}

const longestTitle = 120;

function heldRow({ ticket, mayAssign }: HeldTicket, more: readonly Span[], context: ViewContext): RowBlock {
  const { words } = context;
  const due = dueInList(ticket, context);
  return {
    kind: 'row',
    text: [
      ...(ticket.confidential ? ['🔒 '] : []),
      bold(ticket.key),
      ` ${oneLine(ticket.title, longestTitle)} · ${words.ticket.states[ticket.status]} · ${ticket.priority}`,
      ...(due ? [' · ', ...spansOf(due)] : []),
      ...more,
    ],
    button: mayAssign ? handOverButton(ticket.key, context) : showButton(ticket.key, words),
  };
}

function handOverButton(key: string, { words }: ViewContext): Button {
  return { label: words.duty.buttons.handOver, action: 'ticket.assign', value: key, opensForm: true };
}

function handOverAllButton(person: string, context: ViewContext): Button {
  const { buttons, confirmAll } = context.words.duty;
  const { title, text, yes, no } = confirmAll;
  return {
    label: buttons.handOverAll,
    action: 'duty.handOverAll',
    value: person,
    confirm: { title, text: text(context.person(person).name), yes, no },
  };
}
