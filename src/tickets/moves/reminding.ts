import { changeOf, type Move, type Owed } from '../change.ts';
import { requireStart } from '../lifecycle.ts';

/** Somebody hears of it because time has passed; the ticket stays as it is. @param alarm never rings again */
export const remind =
  (alarm: string, owes: readonly Owed[]): Move =>
  (ticket, context) => {
    requireStart('remind', ticket);
    return changeOf(ticket, context, 'remind', { set: {}, alarm, owes });
  };

/** A target is passed: kept once, whether or not anybody is told. @param up the ticket goes one level up with it */
export const breach =
  (alarm: string, owes: readonly Owed[], { up = false } = {}): Move =>
  (ticket, context) => {
    requireStart('breach', ticket);
    return changeOf(ticket, context, 'breach', { set: up ? { level: ticket.level + 1 } : {}, alarm, owes });
  };

/** Nobody is reminded for a while, but of a target that is passed. */
export const snooze =
  (until: Date): Move =>
  (ticket, context) => {
    requireStart('snooze', ticket);
    return changeOf(ticket, context, 'snooze', { set: { snooze: { until, by: context.by } } });
  };

/** The requester is asked how it went. */
export const survey =
  (alarm: string, owes: readonly Owed[]): Move =>
  (ticket, context) => {
    requireStart('survey', ticket);
    return changeOf(ticket, context, 'survey', { set: {}, alarm, owes });
  };
