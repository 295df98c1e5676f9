import type { Card } from '../../src/chat/card.ts';
import { type Somebody, somebody } from '../kit/people.ts';
import { itTriage, type RecordingChat } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { saidBy } from '../views/shown.ts';

/** Employees by the dozen, known to the chat. */
export function employees(chat: RecordingChat, count: number, facts: Partial<Somebody> = {}): readonly Somebody[] {
  const people = Array.from({ length: count }, (_, at) => somebody(`Emp${at + 1} Loyee`, facts));
  for (const person of people) chat.people.set(person.ref, person);
  return people;
}

/** The cards that ask whether it is an outage, as they are now. */
export function possibleOutages(desk: TestDesk, place = itTriage): readonly Card[] {
  return desk.chat.shownIn(place).filter((card) => /^(Possible outage|Mögliche Störung)/.test(saidBy(card)));
}

/** The offers of *Me too* in a ticket's thread, as they are now. */
export async function offersIn(desk: TestDesk, key: string): Promise<readonly Card[]> {
  const { thread = '' } = await desk.ticket(key);
  return desk.chat.shownIn(thread).filter(({ buttons }) => buttons?.some(({ action }) => action === 'alike.join'));
}

/** What a button of the newest card carries. */
export function carriedBy(card: Card | undefined, label: string): string {
  const button = card?.buttons?.find((one) => one.label === label);
  if (!button) throw new Error(`there is no ${label}`);
  return button.value;
}
