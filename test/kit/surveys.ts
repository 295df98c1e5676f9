import type { Card } from '../../src/chat/card.ts';
import type { SurveyConfig } from '../../src/config/desk-config.ts';
import { saidBy } from '../views/shown.ts';
import { aDesk } from './a-desk.ts';
import { days, FakeClock, minutes } from './fake-clock.ts';
import { ben, dana, type Somebody } from './people.ts';
import { directOf, type RecordingChat } from './recording-chat.ts';
import type { RecordingTurn } from './recording-turn.ts';
import type { TestDesk } from './test-desk.ts';

export const hours = (count: number) => minutes(60 * count);
export const everyDay: SurveyConfig = {
  afterMs: hours(1),
  remindAfterMs: days(2),
  atMostEveryMs: days(1),
  isAnonymous: false,
  lowScore: 2,
};

/** INC-1 of Dana, raised in her direct message with the desk unless told otherwise, resolved by Ben, and asked about. */
export async function anAsked(survey: Partial<SurveyConfig> = {}, facts: { in?: string; clock?: FakeClock } = {}) {
  const { clock = new FakeClock() } = facts;
  const desk = await aDesk({ config: { survey: { ...everyDay, ...survey } }, clock });
  await desk.says(dana, 'VPN is down', facts.in ? { in: facts.in } : {});
  await resolves(desk, 'INC-1');
  await desk.passes(hours(1));
  return desk;
}

export async function resolves(desk: TestDesk, key: string, code = 'fixed'): Promise<void> {
  await desk.submit('ticket.resolve', key, { code, note: 'Done.' }, { by: ben });
}

export async function threadOf(desk: TestDesk, key: string): Promise<string> {
  return (await desk.ticket(key)).thread ?? '';
}

/** The questions that lie in a ticket's thread, the oldest first. */
export async function questions(desk: TestDesk, key: string): Promise<readonly Card[]> {
  const cards = desk.chat.shownIn(await threadOf(desk, key));
  return cards.filter(({ buttons }) => buttons?.some(({ action }) => action === 'survey.rate'));
}

/** Clicks a score on the newest question, or on the card that is given. */
export async function rates(
  desk: TestDesk,
  key: string,
  score: number,
  { by = dana, on }: { by?: Somebody; on?: Card | undefined } = {},
) {
  const card = on ?? (await questions(desk, key)).at(-1);
  const value = card?.buttons?.find(({ label }) => label.startsWith(String(score)))?.value ?? 'no button';
  const turn = await desk.click('survey.rate', key, { by, value });
  await desk.settled();
  return turn;
}

/** What the question has become by a click. */
export function thanksOf(turn: RecordingTurn): Card {
  const answer = turn.said.find(({ how }) => how === 'replace');
  if (answer?.how !== 'replace') throw new Error(`no thanks: ${turn.text}`);
  return answer.card;
}

export async function comments(desk: TestDesk, thanks: Card, comment: string, by = dana): Promise<RecordingTurn> {
  const value = thanks.buttons?.find(({ action }) => action === 'survey.comment')?.value ?? 'no button';
  const turn = await desk.submit('survey.comment', value, { comment }, { by });
  await desk.settled();
  return turn;
}

export const surveysIn = (desk: TestDesk) => desk.connection.collection('surveys').find().toArray();
const toldTo = (chat: RecordingChat, person: Somebody) => chat.shownIn(directOf(person.ref));
export const toldOfLowScore = (chat: RecordingChat, person: Somebody) =>
  toldTo(chat, person).filter((card) => /rated/.test(saidBy(card)));

/** The question that INC-1 has now, as its buttons carry it. */
export async function questionOf(desk: TestDesk) {
  const { resolvedAt } = await desk.ticket('INC-1');
  return { key: 'INC-1', stamp: resolvedAt?.getTime().toString(36) ?? '' };
}
