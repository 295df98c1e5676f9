import { aTicket } from '../kit/a-ticket.ts';
import { ben } from '../kit/people.ts';
import { directOf } from '../kit/recording-chat.ts';
import type { RecordingTurn } from '../kit/recording-turn.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { linesOf } from '../views/shown.ts';

/** A ticket that Ben has. */
export const held = (key: string, facts: Parameters<typeof aTicket>[0] = {}) =>
  aTicket({ key, status: 'in_progress', assignee: ben.id, ...facts });

/** What somebody was told of people who have gone away. */
export const toldTo = (desk: TestDesk, person: { ref: string }) =>
  desk.chat.shownIn(directOf(person.ref)).filter((card) => card.mark?.id.startsWith('away:'));

/** Every line of some cards. */
export const textOf = (cards: Parameters<typeof linesOf>[0][]) => cards.flatMap(linesOf).join('\n');

/** The buttons beside the rows of what a turn has shown. */
export const buttonsOf = ({ said }: RecordingTurn) =>
  said
    .flatMap((answer) => ('card' in answer ? answer.card.blocks : []))
    .flatMap((block) => (block.kind === 'row' && block.button ? [block.button.label] : []));

/** Ten in the morning of this Friday, in Berlin: four days after the clock's Monday. */
export const friday = new Date('2026-03-06T09:00:00Z');
