import { instantOnDay } from '../src/sla/instant-soon.ts';
import { snooze } from '../src/tickets/moves/reminding.ts';
import { dateSpan } from '../src/views/dates.ts';
import { type Snooze, snoozeForm, snoozes } from '../src/views/forms/snooze-form.ts';
import { contextFor, sayDone, whoActs } from './acting.ts';
import type { FormFlow } from './flow.ts';
import { opens } from './opening.ts';

const hourMs = 3_600_000;

/** Asks until when. */
export const askHowLongToSnooze = opens('hold', 'snooze', snoozeForm);

/** Nobody is reminded of the ticket for a while, but of a target that is passed. */
export const snoozeTicket: FormFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const { timeZone } = await contextFor(desk, person);
  const choice = snoozes.find((one) => one === turn.event.values.until) ?? 'hour';
  const until = endOf(choice, timeZone, desk.clock.now());
  const ticket = await desk.tickets.change(turn.event.value, doer, 'hold', snooze(until));
  await sayDone(turn, desk, person, ticket, (context) =>
    context.words.later.snoozed(ticket.key, dateSpan(until, 'dateTime', context)),
  );
};

function endOf(choice: Snooze, timeZone: string, now: Date): Date {
  switch (choice) {
    case 'hour':
      return new Date(now.getTime() + hourMs);
    case 'hours':
      return new Date(now.getTime() + 4 * hourMs);
    case 'tomorrow':
      return instantOnDay(timeZone, '09:00', now, () => true);
    case 'monday':
      return instantOnDay(timeZone, '09:00', now, (weekday) => weekday === 1);
  }
}
