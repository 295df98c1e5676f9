import type { Place } from '../../chat/refs.ts';
import { changeOf, type Move, type MoveContext, type TicketPatch } from '../change.ts';
import type { ConsiderationStep } from '../consideration.ts';
import { requireStart } from '../lifecycle.ts';
import { type Matrix, priorityOf } from '../priority.ts';
import { Refusal } from '../refusal.ts';
import { type Level, type Ticket, ticketKinds } from '../ticket.ts';
import {
  type FactToAsk,
  isSaidByPeople,
  openQuestion,
  openSuggestions,
  type TicketTriage,
  type TriageGuess,
} from '../ticket-triage.ts';
import { cardsForTeam } from './escalation.ts';
import { takenAside } from './privacy.ts';

/** What desk.yaml makes of the values that triage names. */
export interface TriageRules {
  readonly services: readonly { readonly id: string; readonly team: string; readonly confidential: boolean }[];
  readonly teams: readonly { readonly id: string }[];
  readonly matrix: Matrix;
  /** Those of the ticket's threads that others can read. */
  readonly shared: readonly Place[];
}

/** What the assistant found out after the ticket was there. */
export interface Filling extends Omit<TicketTriage, 'asked'> {
  /** A better one than the first words. */
  readonly title?: string | undefined;
}

/** Fills in what nobody has said meanwhile. What would take the ticket from somebody who has claimed it is suggested instead. */
export function filledIn(ticket: Ticket, { title, guesses, ...said }: Filling, rules: TriageRules): ConsiderationStep {
  const heard = guesses
    .filter(({ field }) => !isSaidByPeople(ticket, field))
    .map((guess) => (guess.how === 'set' && takesAway(ticket, guess, rules) ? suggested(guess) : guess));
  const set = patchOf(
    ticket,
    heard.filter(({ how }) => how === 'set'),
    rules,
  );
  const isRenamed = title !== undefined && title !== ticket.title && !ticket.history.some(isRenaming);
  const triage = { asked: ticket.triage?.asked ?? [], ...said, guesses: [...(ticket.triage?.guesses ?? []), ...heard] };
  return { set: { ...set, ...(isRenamed ? { title } : {}), triage } };
}

/** An agent says yes to all that is suggested. */
export const acceptSuggestions =
  (rules: TriageRules): Move =>
  (ticket, context) => {
    const open = openSuggestions(ticket);
    const isWeight = open.length > 0 && open.every(({ field }) => field === 'impact' || field === 'urgency');
    const move = isWeight ? 'prioritise' : 'edit';
    requireStart(move, ticket);
    if (!ticket.triage || open.length === 0) throw new Refusal({ kind: 'answeredBefore', key: ticket.key });
    const guesses = ticket.triage.guesses.map((guess) =>
      open.includes(guess) ? { ...guess, answer: 'yes' as const } : guess,
    );
    const set = patchOf(ticket, open, rules);
    const isMoved = set.team !== undefined && set.team !== ticket.team;
    return changeOf(ticket, context, move, {
      set: { ...set, ...(isMoved ? unassigned : {}), triage: { ...ticket.triage, guesses } },
    });
  };

const unassigned = { status: 'new', assignee: undefined, hold: undefined } as const;

/** The desk asks the requester; one thing at a time. */
export function asking(ticket: Ticket, { now }: MoveContext, fact: FactToAsk, language: string): ConsiderationStep {
  const triage = ticket.triage ?? { by: 'local', language, guesses: [], asked: [] };
  return {
    set: { triage: { ...triage, asked: [...triage.asked, { fact, at: now }] } },
    owes: [{ notice: 'missingFact', to: 'requester', about: { fact } }],
  };
}

/** The requester tapped an answer; what follows from it is set, and the ticket is thought about again. */
export const tellFact =
  (fact: FactToAsk, answer: string, rules: TriageRules): Move =>
  (ticket, context) => {
    requireStart('tell', ticket);
    const { triage } = ticket;
    if (!triage || openQuestion(ticket)?.fact !== fact) throw new Refusal({ kind: 'answeredBefore', key: ticket.key });
    const asked = triage.asked.map((one, at) => (at === triage.asked.length - 1 ? { ...one, answer } : one));
    const guesses = meantBy(fact, answer).filter((guess) => !takesAway(ticket, guess, rules));
    return changeOf(ticket, context, 'tell', {
      set: { ...patchOf(ticket, guesses, rules), triage: { ...triage, asked } },
      owes: [{ consider: true }],
    });
  };

const impactOf: Readonly<Record<string, string>> = { me: '3', team: '2', everyone: '1' };

function meantBy(fact: FactToAsk, answer: string): readonly TriageGuess[] {
  const impact = impactOf[answer];
  const told = { confidence: 1, by: 'rules', how: 'set' } as const;
  if (fact === 'service') return [{ field: 'service', value: answer, ...told }];
  return fact === 'affected' && impact ? [{ field: 'impact', value: impact, ...told }] : [];
}

/** What the guesses make of the ticket; a value that desk.yaml does not know makes nothing. */
function patchOf(ticket: Ticket, guesses: readonly TriageGuess[], rules: TriageRules): TicketPatch {
  const said = new Map(guesses.map(({ field, value }) => [field, value]));
  const kind = ticketKinds.find((one) => one === said.get('kind'));
  const category = said.get('category');
  return {
    ...(kind ? { kind } : {}),
    ...(category ? { category } : {}),
    ...placeOf(ticket, said.get('service'), said.get('team'), rules),
    ...weightOf(ticket, toLevel(said.get('impact')), toLevel(said.get('urgency')), rules.matrix),
  };
}

function placeOf(
  ticket: Ticket,
  serviceId: string | undefined,
  teamId: string | undefined,
  { services, teams, shared }: TriageRules,
): TicketPatch {
  const service = services.find(({ id }) => id === serviceId);
  const team = service?.team ?? teams.find(({ id }) => id === teamId)?.id ?? ticket.team;
  const cards = team === ticket.team ? ticket.cards : cardsForTeam(ticket.cards, team);
  const isSecret = service?.confidential === true && !ticket.confidential;
  return {
    ...(service ? { service: service.id } : {}),
    ...(team === ticket.team ? {} : { team, cards }),
    ...(isSecret ? { confidential: true, ...takenAside(ticket, cards, shared) } : {}),
  };
}

/** A priority that somebody set against the matrix stays. */
function weightOf(ticket: Ticket, impact = ticket.impact, urgency = ticket.urgency, matrix: Matrix): TicketPatch {
  if (impact === ticket.impact && urgency === ticket.urgency) return {};
  const priority = ticket.priorityReason ? ticket.priority : priorityOf(matrix, impact, urgency);
  return { impact, urgency, priority };
}

/** Another team would get what somebody has taken. */
function takesAway(ticket: Ticket, guess: TriageGuess, rules: TriageRules): boolean {
  if (ticket.assignee === undefined && ticket.status === 'new') return false;
  const { team } = placeOf(
    ticket,
    guess.field === 'service' ? guess.value : undefined,
    guess.field === 'team' ? guess.value : undefined,
    rules,
  );
  return team !== undefined && team !== ticket.team;
}

function suggested(guess: TriageGuess): TriageGuess {
  return { ...guess, how: 'suggested' };
}

const isRenaming = ({ by, move, changes }: Ticket['history'][number]) =>
  by !== 'desk' && move === 'edit' && changes.some(({ field }) => field === 'title');

function toLevel(value: string | undefined): Level | undefined {
  return value === '1' ? 1 : value === '2' ? 2 : value === '3' ? 3 : undefined;
}
