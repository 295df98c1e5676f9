import type { FactsBlock, TextBlock } from '../chat/card.ts';
import { cut } from '../chat/plain-text.ts';
import type { Span, Text } from '../chat/text.ts';
import { isOpen, type Priority, type Ticket } from '../tickets/ticket.ts';
import { dateSpan } from './dates.ts';
import type { ViewContext } from './view-context.ts';

export type Fact = FactsBlock['facts'][number];

/** `INC-42 VPN is down`, on one line. */
export function ticketTitle({ key, title }: Pick<Ticket, 'key' | 'title'>): string {
  return `${key} ${oneLine(title, longestTitle)}`.trimEnd();
}

/** Somebody's words on one line, cut when long. */
export function oneLine(text: string, maxLength: number): string {
  return cut(text.replace(/\s+/g, ' ').trim(), maxLength);
}

const longestTitle = 140;

/** A person by id; what happened by itself was done by the desk. */
export function personSpan(id: string, context: ViewContext): Span {
  return id === 'desk' ? context.deskName : context.person(id);
}

/** What one calls a person in passing: the first word of their name. */
export function firstName(id: string, context: ViewContext): string {
  const { name } = context.person(id);
  return name.trim().split(/\s+/)[0] || name;
}

/** The priority in words, with a spot of its colour. */
export function priorityWords(priority: Priority, { words }: ViewContext): string {
  return `${spots[priority]} ${words.ticket.priorities[priority]}`;
}

const spots: Readonly<Record<Priority, string>> = { P1: '🔴', P2: '🟠', P3: '🟡', P4: '⚪' };

/** Somebody's own words, as a quote; nothing when there are none. */
export function quote(text: string | undefined): readonly TextBlock[] {
  return text?.trim() ? [{ kind: 'text', style: 'quote', text }] : [];
}

export function paragraph(text: Text): TextBlock {
  return { kind: 'text', text };
}

export function quiet(text: Text): TextBlock {
  return { kind: 'text', style: 'quiet', text };
}

export function heading(text: Text): TextBlock {
  return { kind: 'text', style: 'heading', text };
}

/** An outage has hundreds. */
const mostLinks = 10;

/** The facts that agents work by; those that say nothing are left out. */
export function agentFacts(ticket: Ticket, context: ViewContext): readonly Fact[] {
  const { words, teamName, serviceName } = context;
  const { labels, states, kinds, impacts, urgencies, links } = words.ticket;
  const { level, service, watchers } = ticket;
  const team = level > 1 ? words.cards.teamAtLevel(teamName(ticket.team), level) : teamName(ticket.team);
  const more = ticket.links.length - mostLinks;
  const named = ticket.links.slice(0, mostLinks).map(({ kind, to }) => links[kind](to));
  const tied = [...named, ...(more > 0 ? [words.outages.moreReports(more)] : [])].join(', ');
  return [
    { label: labels.state, value: states[ticket.status] },
    { label: labels.priority, value: priorityText(ticket, context) },
    { label: labels.requester, value: requesterText(ticket, context) },
    ...assigneeFact(ticket, context),
    { label: labels.team, value: team },
    ...(service ? [{ label: labels.service, value: serviceName(service) }] : []),
    ...(ticket.kind === 'incident' ? [] : [{ label: labels.kind, value: kinds[ticket.kind] }]),
    { label: labels.impact, value: impacts[ticket.impact] },
    { label: labels.urgency, value: urgencies[ticket.urgency] },
    { label: labels.opened, value: [dateSpan(ticket.openedAt, 'dateTime', context)] },
    ...(tied ? [{ label: labels.links, value: tied }] : []),
    ...(watchers.length > 0 ? [{ label: labels.watchers, value: words.cards.watchers(watchers.length) }] : []),
  ];
}

function assigneeFact({ assignee, status }: Ticket, { words, person }: ViewContext): readonly Fact[] {
  const label = words.ticket.labels.assignee;
  if (assignee) return [{ label, value: [person(assignee)] }];
  return isOpen({ status }) ? [{ label, value: words.cards.nobodyYet }] : [];
}

function priorityText(ticket: Ticket, context: ViewContext): Text {
  const priority = priorityWords(ticket.priority, context);
  const { priorityReason } = ticket;
  return priorityReason ? context.words.cards.priorityByHand(priority, oneLine(priorityReason, 300)) : priority;
}

function requesterText({ requester, raisedBy }: Ticket, { words, person }: ViewContext): Text {
  if (raisedBy === requester) return [person(requester)];
  return words.cards.requesterRaisedBy(person(requester), person(raisedBy));
}
