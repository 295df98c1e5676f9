import type { RowBlock } from '../chat/card.ts';
import { bold, type Span, spansOf, type Text } from '../chat/text.ts';
import { targets } from '../sla/policy.ts';
import { isOpen, type SlaStanding, type Ticket, type TicketHold } from '../tickets/ticket.ts';
import type { TicketLine } from '../tickets/ticket-store.ts';
import { duration } from '../words/durations.ts';
import { explainButton } from './card-buttons.ts';
import { dateSpan } from './dates.ts';
import type { Fact } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

type DueState = 'inTime' | 'dueSoon' | 'overdue';

/** A target is due soon when a quarter of its time, or less, is left: from the reminder at 75 % on, which draws the cards. */
export function isDueSoon(remainingMs: number, targetMs: number): boolean {
  return remainingMs * 4 <= targetMs;
}

/**
 * What is due next and how that stands, why a clock is paused, and in the end how the service level was kept. As of the
 * card's drawing, which each change and each reminder does anew. Nothing without a service level.
 */
export function dueFacts(ticket: Ticket, context: ViewContext): readonly Fact[] {
  const { labels } = context.words.time;
  if (!isOpen(ticket)) {
    const kept = verdicts(ticket, context);
    return kept ? [{ label: labels.verdict, value: kept }] : [];
  }
  return standings(ticket, context, context.words.time.due, (left, late, reason) => {
    const { paused, pausedLate } = context.words.time;
    return late ? pausedLate(late, reason) : paused(left, reason);
  });
}

/** The same for the requester, while they wait. */
export function promisedFacts(ticket: Ticket, context: ViewContext): readonly Fact[] {
  if (!isOpen(ticket)) return [];
  const { promised, promisePaused, promisePausedLate } = context.words.time;
  return standings(ticket, forRequester(context), promised, (left, late, reason) =>
    late ? promisePausedLate(late, reason) : promisePaused(left, reason),
  );
}

/** Each as a line of its own, the first with the way to ask why. */
export function dueRows(
  { key }: Pick<Ticket, 'key'>,
  facts: readonly Fact[],
  { words }: ViewContext,
): readonly RowBlock[] {
  return facts.map(({ label, value }, index) => ({
    kind: 'row',
    text: [bold(`${label}:`), ' ', ...spansOf(value)],
    ...(index === 0 ? { button: explainButton(key, words) } : {}),
  }));
}

/** When a ticket of a list is due, or since when it is overdue. */
export function dueInList({ sla }: Pick<TicketLine, 'sla'>, context: ViewContext): Text | undefined {
  if (!sla?.next) return undefined;
  const { dueAt } = sla.next;
  const { dueAt: due, overdueSince } = context.words.time;
  const date = dateSpan(dueAt, 'dateTime', context);
  return dueAt < context.now ? overdueSince(date) : due(date);
}

/** What it waits for, a vendor by name. */
export function holdReasonText(
  { reason, vendor }: Pick<TicketHold, 'reason' | 'vendor'>,
  context: ViewContext,
): string {
  const { ticket, time } = context.words;
  return reason === 'vendor' && vendor ? time.waitingForVendor(context.vendorName(vendor)) : ticket.holdReasons[reason];
}

type DueWords = ViewContext['words']['time']['due'];
type PausedWords = (left: string, late: Span | undefined, reason: string) => Text;

function standings(ticket: Ticket, context: ViewContext, due: DueWords, paused: PausedWords): readonly Fact[] {
  const { labels, states } = context.words.time;
  const { sla, hold } = ticket;
  const facts: Fact[] = [];
  if (sla.next) {
    const { target, dueAt } = sla.next;
    const state = states[stateOf(sla[target], dueAt, context)];
    facts.push({ label: labels.due, value: due[target](dateSpan(dueAt, 'dateTime', context), state) });
  }
  if (sla.resolve && hold && isPaused(ticket)) {
    const { targetMs, elapsedMs, breachedAt } = sla.resolve;
    const late = breachedAt && dateSpan(breachedAt, 'dateTime', context);
    const value = paused(duration(targetMs - elapsedMs), late, holdReasonText(hold, context));
    facts.push({ label: labels.paused, value });
  }
  return facts;
}

/** A clock that is late stays so while it is paused, and is then not what is due next. */
function isPaused({ status, sla }: Ticket): boolean {
  if (status !== 'on_hold') return false;
  return sla.resolve?.state === 'paused' || (sla.resolve?.state === 'breached' && sla.next === undefined);
}

function stateOf(standing: SlaStanding | undefined, dueAt: Date, { now, workingTimeBetween }: ViewContext): DueState {
  if (dueAt < now) return 'overdue';
  if (!standing) return 'inTime';
  const remainingMs = workingTimeBetween(standing.policy, now, dueAt);
  return isDueSoon(remainingMs, standing.targetMs) ? 'dueSoon' : 'inTime';
}

function verdicts({ sla }: Ticket, { words }: ViewContext): string {
  return targets
    .flatMap((target) => {
      const verdict = verdictOf(sla[target]);
      return verdict ? [words.time.verdicts[target][verdict]] : [];
    })
    .join(', ');
}

/** A cancelled ticket has none, unless it was late before. */
function verdictOf(standing: SlaStanding | undefined): 'met' | 'missed' | undefined {
  if (standing?.state === 'met') return 'met';
  return standing?.state === 'missed' || standing?.breachedAt ? 'missed' : undefined;
}

function forRequester(context: ViewContext): ViewContext {
  const { words } = context;
  const holdReasons = { ...words.ticket.holdReasons, requester: words.time.waitingForYou };
  return { ...context, words: { ...words, ticket: { ...words.ticket, holdReasons } } };
}
