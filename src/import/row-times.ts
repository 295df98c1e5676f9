import type { HoldReason, Status } from '../tickets/ticket.ts';
import { holdReasons, statuses } from '../tickets/ticket.ts';
import { type InstantField, instantFields } from './import-map.ts';
import type { ImportedRow } from './imported-row.ts';
import type { RowCells } from './row-cells.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What happened when; see {@link ImportedRow}. */
export type RowTimes = Pick<
  ImportedRow,
  'status' | 'openedAt' | 'assignedAt' | 'respondedAt' | 'hold' | 'resolutions' | 'closedAt' | 'cancelledAt'
>;

type Instants = Readonly<Partial<Record<InstantField, Date>>>;
type Words = Readonly<Record<'status' | 'holdReason', Vocabulary>>;

/** Reads state and instants of a row, which must tell one story. What does not is a fault of the row. */
export function rowTimes(cells: RowCells, words: Words, now: Date): RowTimes {
  const before = cells.faults.length;
  const instants = Object.fromEntries(
    instantFields.flatMap((field) => {
      const at = cells.instant(field, now);
      return at ? [[field, at]] : [];
    }),
  ) as Instants;
  const { openedAt, assignedAt, respondedAt, heldAt, resumedAt } = instants;
  if (cells.text('openedAt') === undefined) cells.needed('openedAt');
  const status = statusOf(cells, words.status, instants);
  const word = heldAt ? cells.word('holdReason', words.holdReason) : undefined;
  const reason = holdReasons.find((one) => one === word);
  const end = endOf(status, instants);
  // One fault of an instant would only bring others with it.
  if (cells.faults.length === before) {
    checkOrder(cells, instants, end);
    checkState(cells, instants, end, status);
  }
  return {
    status,
    openedAt: openedAt ?? now,
    ...(assignedAt ? { assignedAt } : {}),
    ...(respondedAt ? { respondedAt } : {}),
    ...holdOf(heldAt, reason, resumedAt),
    ...end,
  };
}

function holdOf(at: Date | undefined, reason: HoldReason | undefined, resumedAt: Date | undefined) {
  return at && reason ? { hold: { at, reason, ...(resumedAt ? { resumedAt } : {}) } } : {};
}

/** As the row says, else as its instants do. */
function statusOf(cells: RowCells, known: Vocabulary, instants: Instants): Status {
  const word = cells.word('status', known);
  const status = statuses.find((one) => one === word);
  const hasAssignee = cells.text('assignee') !== undefined;
  // Nobody has it, so it waits to be claimed.
  if (status === 'in_progress' && !hasAssignee) return 'new';
  if (status === 'new' && hasAssignee) return 'in_progress';
  if (status) return status;
  if (instants.closedAt) return 'closed';
  if (instants.resolvedAt && !instants.reopenedAt) return 'resolved';
  if (instants.heldAt && !instants.resumedAt) return 'on_hold';
  return hasAssignee ? 'in_progress' : 'new';
}

type End = Pick<RowTimes, 'resolutions' | 'closedAt' | 'cancelledAt'>;

function endOf(status: Status, { resolvedAt, reopenedAt, closedAt }: Instants): End {
  const at = resolvedAt ?? closedAt;
  const isReopened = resolvedAt && reopenedAt && resolvedAt <= reopenedAt;
  const before = isReopened ? [{ at: resolvedAt, reopenedAt }] : [];
  switch (status) {
    case 'cancelled':
      return { resolutions: before, ...(at ? { cancelledAt: closedAt ?? at } : {}) };
    case 'resolved':
    case 'closed': {
      const last = isReopened ? closedAt : at;
      const resolutions = last ? [...before, { at: last }] : before;
      const closing = closedAt ?? last;
      return { resolutions, ...(status === 'closed' && closing ? { closedAt: closing } : {}) };
    }
    default:
      return { resolutions: before };
  }
}

/** Nothing was done before it was opened, undone before it was done, or done after the end. */
function checkOrder(cells: RowCells, instants: Instants, { resolutions, cancelledAt }: End): void {
  const after = (field: InstantField, other: InstantField) => {
    const [at, earlier] = [instants[field], instants[other]];
    if (at && earlier && at < earlier) cells.fault(field, { problem: `This is before ${other}.`, advice: sameZone });
  };
  for (const field of instantFields) if (field !== 'openedAt') after(field, 'openedAt');
  after('resumedAt', 'heldAt');
  after('closedAt', 'resolvedAt');
  after('closedAt', 'reopenedAt');
  const last = resolutions.at(-1);
  const end = cancelledAt ?? (last?.reopenedAt ? undefined : last?.at);
  for (const field of ['assignedAt', 'heldAt', 'resumedAt'] as const) {
    const at = instants[field];
    if (at && end && at > end) cells.fault(field, { problem: 'This is after its end.', advice: leaveOut(field) });
  }
}

/** Each state has the instants that make it one. */
function checkState(cells: RowCells, instants: Instants, { resolutions, cancelledAt }: End, status: Status): void {
  const { heldAt, resumedAt, resolvedAt, closedAt, reopenedAt } = instants;
  const last = resolutions.at(-1);
  const hasEnded = last !== undefined && !last.reopenedAt;
  if ((status === 'resolved' || status === 'closed') && !hasEnded) lacks(cells, status, 'closedAt');
  if (status === 'cancelled' && !cancelledAt) lacks(cells, status, 'closedAt');
  if (status === 'on_hold' && (!heldAt || resumedAt)) lacks(cells, status, 'heldAt without a resumedAt');
  const isWorkedOn = status === 'new' || status === 'in_progress';
  if (isWorkedOn && heldAt && !resumedAt) lacks(cells, status, 'resumedAt');
  if ((isWorkedOn || status === 'on_hold') && (closedAt || (resolvedAt && !reopenedAt)))
    cells.fault(closedAt ? 'closedAt' : 'resolvedAt', {
      problem: `This row is ${status} and has an end.`,
      advice: 'Map its state to closed, or name the column of reopenedAt.',
    });
}

const sameZone =
  'Correct one of the two. Where clocks show a time twice in autumn, only an offset tells which is meant.';

function leaveOut(field: InstantField): string {
  return `Correct it, or leave \`${field}\` out of the map.`;
}

function lacks(cells: RowCells, status: Status, what: string): void {
  cells.fault('status', {
    problem: `A row that is ${status} needs ${what}.`,
    advice: 'Fill it in the file, name its column in the map, or map this state to another one.',
  });
}
