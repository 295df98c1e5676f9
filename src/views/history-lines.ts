import type { TextBlock } from '../chat/card.ts';
import { type Span, spansOf, type Text } from '../chat/text.ts';
import type { HistoryEntry, MoveName } from '../tickets/history.ts';
import { type HoldReason, holdReasons, priorities, type ResolutionCode, resolutionCodes } from '../tickets/ticket.ts';
import { alarmSentence } from './alarm-sentence.ts';
import { dateSpan } from './dates.ts';
import { holdReasonText } from './due-text.ts';
import { oneLine, paragraph, personSpan } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** The latest moves of a ticket, the newest last; those outside the team see neither internal moves nor their notes. */
export function historyLines(
  history: readonly HistoryEntry[],
  context: ViewContext,
  { isInsider, count }: { readonly isInsider: boolean; readonly count: number },
): readonly TextBlock[] {
  const visible = history.filter(({ move }) => isInsider || publicMoves.includes(move));
  return visible.slice(-count).map((entry) => paragraph(lineOf(entry, context, isInsider)));
}

const publicMoves: readonly MoveName[] = [
  'open',
  'claim',
  'assign',
  'takeBack',
  'hold',
  'resume',
  'escalateTeam',
  'resolve',
  'reopen',
  'close',
  'cancel',
  'merge',
];

/** Moves whose note was meant for the requester. Everyone else's reasons stay inside. */
const publicNotes: readonly MoveName[] = ['hold', 'resolve', 'reopen', 'cancel'];
/** These notes are ids of messages. */
const wordlessNotes: readonly MoveName[] = ['reply', 'hear'];

function lineOf(entry: HistoryEntry, context: ViewContext, isInsider: boolean): readonly Span[] {
  const showsNote = (isInsider && !wordlessNotes.includes(entry.move)) || publicNotes.includes(entry.move);
  return [
    dateSpan(entry.at, 'dateTime', context),
    ' · ',
    ...spansOf(sentence(entry, context)),
    ...(entry.note && showsNote ? [' · ', oneLine(entry.note, 300)] : []),
  ];
}

function sentence(entry: HistoryEntry, context: ViewContext): Text {
  const { history, ticket } = context.words;
  const by = personSpan(entry.by, context);
  const to = (field: string) => textOf(entry, field, 'to');
  const rung = alarmSentence(entry, by, context.words);
  if (rung) return rung;
  switch (entry.move) {
    case 'assign':
      return history.assign(by, personSpan(to('assignee') || entry.by, context));
    case 'hold':
      return history.hold(by, holdReasonText(holdOf(entry), context));
    case 'escalateTeam':
      return history.escalateTeam(by, context.teamName(to('team')));
    case 'escalateUp':
      return history.escalateUp(by, Number(to('level')));
    case 'resolve':
      return history.resolve(by, ticket.resolutionCodes[codeOf(entry)]);
    case 'prioritise':
      return prioritised(entry, by, context);
    case 'redescribe':
      return to('description') ? history.redescribe(by) : history.deleteSource(by);
    case 'snooze':
      return snoozed(entry, by, context);
    case 'merge':
      return history.merge(by, to('mergedInto'));
    default:
      return history[entry.move](by);
  }
}

function prioritised(entry: HistoryEntry, by: Span, { words }: ViewContext): Text {
  const [from, to] = [textOf(entry, 'priority', 'from'), textOf(entry, 'priority', 'to')];
  const isChanged = [from, to].every((one) => priorities.some((priority) => priority === one));
  return isChanged ? words.history.prioritise(by, from, to) : words.history.reweigh(by);
}

function changeOf(entry: HistoryEntry, field: string, side: 'from' | 'to'): unknown {
  return entry.changes.find((change) => change.field === field)?.[side];
}

function textOf(entry: HistoryEntry, field: string, side: 'from' | 'to'): string {
  return String(changeOf(entry, field, side) ?? '');
}

function snoozed(entry: HistoryEntry, by: Span, context: ViewContext): Text {
  const { history } = context.words;
  const snooze = changeOf(entry, 'snooze', 'to');
  const until = typeof snooze === 'object' && snooze !== null && 'until' in snooze ? snooze.until : undefined;
  return until instanceof Date ? history.snoozeUntil(by, dateSpan(until, 'dateTime', context)) : history.snooze(by);
}

function holdOf(entry: HistoryEntry): { readonly reason: HoldReason; readonly vendor?: string } {
  const hold = changeOf(entry, 'hold', 'to');
  if (typeof hold !== 'object' || hold === null || !('reason' in hold)) return { reason: 'scheduled' };
  const reason = holdReasons.find((one) => one === hold.reason) ?? 'scheduled';
  return 'vendor' in hold && typeof hold.vendor === 'string' ? { reason, vendor: hold.vendor } : { reason };
}

function codeOf(entry: HistoryEntry): ResolutionCode {
  const resolution = changeOf(entry, 'resolution', 'to');
  const code = typeof resolution === 'object' && resolution !== null && 'code' in resolution ? resolution.code : '';
  return resolutionCodes.find((one) => one === code) ?? 'fixed';
}
