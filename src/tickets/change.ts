import type { Effect, Notice, NoticeAbout, NoticeTo, Spread } from './effects.ts';
import type { FieldChange, HistoryEntry, MoveName } from './history.ts';
import type { Ticket } from './ticket.ts';

/** Fields that a move sets; `undefined` takes a field away. */
export type TicketPatch = { readonly [K in keyof Mutable]?: Mutable[K] | undefined };
type Mutable = Omit<Ticket, 'key' | 'version' | 'history' | 'owes' | 'owing' | 'botMessages' | 'deliveries'>;

/** What a move makes of a ticket: one atomic write. */
export interface Change {
  readonly set: TicketPatch;
  readonly entry: HistoryEntry;
  readonly owes: readonly Effect[];
}

/** A pure step from one state to the next. */
export type Move = (ticket: Ticket, context: MoveContext) => Change;

export interface MoveContext {
  /** The person's id, or `desk`. */
  readonly by: string;
  readonly now: Date;
  /** `YYYY-MM-DD` of `now` in the desk's zone. */
  readonly today: string;
}

interface Parts {
  readonly set: TicketPatch;
  readonly note?: string | undefined;
  /** The alarm that rang. */
  readonly alarm?: string | undefined;
  readonly owes?: readonly Owed[];
}
/** A notice, an errand or a thought that a move owes. */
export type Owed =
  | {
      readonly notice: Notice;
      readonly to: NoticeTo;
      readonly note?: string | undefined;
      readonly about?: NoticeAbout;
      readonly heldUntil?: Date | undefined;
    }
  | { readonly absorbInto: string }
  | { readonly consider: true }
  | { readonly spread: Spread; readonly other?: string; readonly note?: string | undefined };

/** Puts a change together: the history's from and to are read off the patch. */
export function changeOf(ticket: Ticket, context: MoveContext, move: MoveName, parts: Parts): Change {
  const { set, note, alarm } = parts;
  return {
    set,
    entry: {
      at: context.now,
      by: context.by,
      move,
      changes: fieldChanges(ticket, set),
      ...(note ? { note } : {}),
      ...(alarm ? { alarm } : {}),
    },
    owes: (parts.owes ?? []).map((owed, index) => effectOf(ticket, context, owed, index)),
  };
}

/** The ticket after a change, but for what its courier notes beside it. */
export function changed(ticket: Ticket, { set, entry, owes }: Change): Ticket {
  const grown = { history: [...ticket.history, entry], owes: [...ticket.owes, ...owes], version: ticket.version + 1 };
  const patch: Record<string, unknown> = { ...set, ...grown };
  const next: Record<string, unknown> = {};
  // Field by field: a ticket has so many that spreading it takes several times as long.
  for (const field of [...Object.keys(ticket), ...Object.keys(patch)]) {
    const value = Object.hasOwn(patch, field) ? patch[field] : ticket[field as keyof Ticket];
    if (value !== undefined) next[field] = value;
  }
  return next as unknown as Ticket;
}

/** Bookkeeping that would only repeat what another field says. */
const untold = new Set([
  ...['cards', 'source', 'openedDay', 'resolvedDay', 'closedDay', 'thread', 'alsoIn'],
  ...['sla', 'nextAlarmAt', 'estimate', 'answer', 'triage', 'similar'],
  ...['alike', 'affected', 'recurrence'],
]);

function fieldChanges(ticket: Ticket, set: TicketPatch): FieldChange[] {
  return Object.entries(set)
    .filter(([field]) => !untold.has(field))
    .map(([field, to]) => ({ field, from: ticket[field as keyof Ticket] ?? null, to: to ?? null }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}

function effectOf(ticket: Ticket, context: MoveContext, owed: Owed, index: number): Effect {
  const base = { id: `${ticket.version + 1}:${index}`, at: context.now };
  if ('consider' in owed) return { ...base, kind: 'consider' };
  if ('spread' in owed) return spreadOf(base, owed);
  if ('absorbInto' in owed) return { ...base, kind: 'absorb', into: owed.absorbInto };
  const { notice, to, note, about, heldUntil } = owed;
  return {
    ...base,
    ...{ kind: 'notice', notice, to, by: context.by },
    ...(note ? { note } : {}),
    ...(about ? { about } : {}),
    ...(heldUntil ? { heldUntil } : {}),
  };
}

function spreadOf(base: Pick<Effect, 'id' | 'at'>, owed: Extract<Owed, { readonly spread: Spread }>): Effect {
  const { spread, other, note } = owed;
  return { ...base, kind: 'spread', what: spread, ...(other ? { other } : {}), ...(note ? { note } : {}) };
}
