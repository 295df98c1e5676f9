import { expect } from '@jest/globals';
import type { Card } from '../../src/chat/card.ts';
import { aDesk } from '../kit/a-desk.ts';
import { ben, dana } from '../kit/people.ts';
import type { RecordingTurn } from '../kit/recording-turn.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { saidBy, spansOfCard } from '../views/shown.ts';
import { secretPages } from './secret-pages.ts';

export const secret = 'Sommer2026!x <b>&amp;\n"zweite" Zeile';
export const day = 24 * 3600_000;

/** A desk with one ticket of Dana's, and the pages of its secrets. */
export async function aDeskWithPages() {
  const desk = await aDesk({ publicUrl: 'https://desk.example/base/' });
  await desk.says(dana, 'the vpn is down');
  await desk.settled();
  return { desk, pages: await secretPages(desk.desk) };
}

export const linkIn = (card: Card | undefined): string => {
  const link = card && spansOfCard(card).find((span) => typeof span === 'object' && span.kind === 'link');
  if (!link || typeof link !== 'object' || link.kind !== 'link') throw new Error('the card has no link');
  expect(link.url).toMatch(/^https:\/\/desk\.example\/base\/secret\/(enter|open)\/[\w-]{16}\.[\w-]{43}$/);
  return new URL(link.url).pathname.replace('/base', '');
};
export const cardsOf = (turn: RecordingTurn) => turn.said.flatMap((answer) => ('card' in answer ? [answer.card] : []));
export const threadOf = async (desk: TestDesk) =>
  (await desk.only()).cards.find(({ card }) => card === 'agent')?.thread ?? '';
export const inTriage = async (desk: TestDesk) => desk.chat.shownIn(await threadOf(desk));
export const asked = (desk: TestDesk) =>
  desk.chat.messages.flatMap(({ drawings }) => drawings).findLast(({ mark }) => mark?.id.endsWith(':enter'));
export const openValue = async (desk: TestDesk) => (await inTriage(desk)).at(-1)?.buttons?.[0]?.value ?? '';
export const historyOf = async (desk: TestDesk) => (await desk.only()).history.map(({ move, by }) => `${move} ${by}`);
export const stored = async (desk: TestDesk) => {
  const { db } = desk.connection;
  const collections = (await db?.listCollections().toArray()) ?? [];
  return JSON.stringify(await Promise.all(collections.map(({ name }) => db?.collection(name).find().toArray())));
};

export const shownNow = (desk: TestDesk) =>
  desk.chat.messages.flatMap(({ drawings }) => drawings.at(-1) ?? []).map(saidBy);

/** Ben asks, Dana enters; what Ben's click then gives him. */
export async function handedOver() {
  const { desk, pages } = await aDeskWithPages();
  await desk.click('secret.ask', 'INC-1', { by: ben });
  const enter = linkIn(asked(desk));
  const sent = await pages.post(enter, { secret });
  expect(sent.status).toBe(200);
  await desk.settled();
  const value = await openValue(desk);
  const link = async () => linkIn(cardsOf(await desk.click('secret.open', 'INC-1', { by: ben, value }))[0]);
  return { desk, pages, enter, value, link };
}
