import { describe, expect, it } from '@jest/globals';
import type { Card } from '../../src/chat/card.ts';
import { agentsOf, shown } from '../kit/a-talk.ts';
import { days } from '../kit/fake-clock.ts';
import { dana, lea, mia } from '../kit/people.ts';
import { helpIt } from '../kit/recording-chat.ts';
import {
  anAsked,
  comments,
  everyDay,
  hours,
  questionOf,
  questions,
  rates,
  resolves,
  surveysIn,
  thanksOf,
  toldOfLowScore,
} from '../kit/surveys.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { labelsOf, saidBy } from '../views/shown.ts';

const isAnonymous = true;

/** Everything that the store holds, but what was said and shown on the platform. */
async function everythingKept(desk: TestDesk): Promise<string> {
  const names = ['tickets', 'remarks', 'surveys', 'surveyQuestions', 'surveyedPeople', 'inbox'];
  const all = await Promise.all(names.map((name) => desk.connection.collection(name).find().toArray()));
  return JSON.stringify(all);
}

/** What was told of low scores by now, after a sweep that finds all that may be told. */
async function toldLater(desk: TestDesk): Promise<readonly Card[]> {
  desk.clock.advance(hours(1));
  await desk.answerTeller.sweep();
  return toldOfLowScore(desk.chat, lea);
}

describe('an anonymous survey', () => {
  it('says so when it asks', async () => {
    const desk = await anAsked({ isAnonymous });

    const [question] = await questions(desk, 'INC-1');
    expect(saidBy(question ?? { blocks: [] })).toContain('Nobody learns which answer was yours.');
  });

  it('keeps neither ticket nor people with an answer, and no time but the day', async () => {
    const desk = await anAsked({ isAnonymous });
    await rates(desk, 'INC-1', 4);

    const [kept, ...others] = await surveysIn(desk);
    expect(others).toEqual([]);
    const { _id, token, ...rest } = kept ?? { _id: undefined, token: undefined };
    expect(rest).toEqual({
      ...{ team: 'it', service: 'vpn', priority: 'P4', score: 4, day: '2026-03-02', version: 2 },
      askedAt: new Date('2026-03-02T00:00:00Z'),
      answeredAt: new Date('2026-03-02T00:00:00Z'),
    });
    expect(String(_id)).not.toContain('INC-1');
    expect((await everythingKept(desk)).split(String(token))).toHaveLength(2);
    expect((await everythingKept(desk)).split(String(_id))).toHaveLength(2);
  });

  it('leaves no trace of the score or the comment on the ticket', async () => {
    const desk = await anAsked({ isAnonymous });
    const before = await desk.ticket('INC-1');
    const thanks = thanksOf(await rates(desk, 'INC-1', 1));
    await comments(desk, thanks, 'It fell over again.');
    await toldLater(desk);

    expect(await desk.ticket('INC-1')).toEqual(before);
    expect(await desk.remarks('INC-1')).toEqual([]);
    expect(shown(desk, agentsOf(before))).not.toContain('fell over');
  });

  it('lets the author change the score and comment by the message that thanks, and counts once', async () => {
    const desk = await anAsked({ isAnonymous });
    const [question] = await questions(desk, 'INC-1');
    const thanks = thanksOf(await rates(desk, 'INC-1', 1));
    await comments(desk, thanks, 'First words');
    thanksOf(await rates(desk, 'INC-1', 5, { on: thanks }));
    await comments(desk, thanks, 'Better words');

    const again = await rates(desk, 'INC-1', 3, { on: question });
    expect(again.said.map(({ how }) => how)).toEqual(['whisper']);
    expect(again.text).toContain('only the message that thanks you can change it');
    expect(await surveysIn(desk)).toMatchObject([{ score: 5, comment: 'Better words' }]);

    desk.clock.advance(days(8));
    expect((await rates(desk, 'INC-1', 2, { on: thanks })).text).toContain('too long ago');
  });

  it('counts once when two clicks come at the same time, or one again after a crash before it was noted', async () => {
    const desk = await anAsked({ isAnonymous });
    const ticket = await desk.ticket('INC-1');
    const question = await questionOf(desk);
    await Promise.all([1, 2, 3].map(() => desk.desk.surveys.answer(ticket, question, 2)));
    expect(await surveysIn(desk)).toHaveLength(1);

    // As if the process had died before it noted that the question is answered.
    const token = (await surveysIn(desk))[0]?.token;
    const questionsKept = desk.connection.collection('surveyQuestions');
    await questionsKept.updateMany({}, { $set: { token, isAnswered: false } });
    await desk.desk.surveys.answer(ticket, question, 3);
    expect(await surveysIn(desk)).toMatchObject([{ score: 3 }]);
    expect(await questionsKept.findOne()).not.toHaveProperty('token');

    await questionsKept.updateMany({}, { $set: { token, isAnswered: false } });
    await desk.answerTeller.sweep();
    expect(await questionsKept.findOne()).toMatchObject({ isAnswered: true });
    expect(await questionsKept.findOne()).not.toHaveProperty('token');
  });

  it('tells the lead of a low score later, with the comment, and with neither key nor names', async () => {
    const desk = await anAsked({ isAnonymous });
    const thanks = thanksOf(await rates(desk, 'INC-1', 1));
    await comments(desk, thanks, 'It fell over again.');
    expect(toldOfLowScore(desk.chat, lea)).toEqual([]);

    const told = await toldLater(desk);
    expect(told.map(saidBy)).toEqual([
      expect.stringMatching(/^A ticket about VPN was rated 1 of 5\.\nIt fell over again\.\nAnswers are anonymous/),
    ]);
    expect(JSON.stringify(told)).not.toMatch(/INC-1|Dana|dana|buttons/);
    expect(toldOfLowScore(desk.chat, mia)).toEqual([]);

    await rates(desk, 'INC-1', 2, { on: thanks });
    expect(await toldLater(desk)).toHaveLength(1);
    await comments(desk, thanks, 'And again.');
    expect((await toldLater(desk)).map(saidBy).at(-1)).toContain('And again.');
  });

  it('tells once when two processes sweep, and when the first one dies in the middle', async () => {
    const desk = await anAsked({ isAnonymous });
    const thanks = thanksOf(await rates(desk, 'INC-1', 1));
    desk.clock.advance(hours(1));
    desk.chat.faults.order('arrives', ({ method, at }) => method === 'post' && at.includes('D-lea'), 1);
    await Promise.all([desk.answerTeller.sweep(), desk.answerTeller.sweep()]);
    expect(toldOfLowScore(desk.chat, lea)).toHaveLength(1);

    await rates(desk, 'INC-1', 2, { on: thanks });
    expect(await toldLater(desk)).toHaveLength(1);
    expect((await surveysIn(desk))[0]).toMatchObject({ isTold: true });
    expect((await surveysIn(desk))[0]).not.toHaveProperty('owes');
  });

  it('tells nobody of a low score that was changed before it was told', async () => {
    const desk = await anAsked({ isAnonymous });
    const thanks = thanksOf(await rates(desk, 'INC-1', 1));
    await rates(desk, 'INC-1', 4, { on: thanks });

    expect(await toldLater(desk)).toEqual([]);
  });

  it('offers the requester to say that it is still broken, and before others whatever the score', async () => {
    const alone = await anAsked({ isAnonymous });
    const low = thanksOf(await rates(alone, 'INC-1', 1));
    expect(labelsOf(low.buttons)).toContain('Still broken');
    expect(labelsOf(thanksOf(await rates(alone, 'INC-1', 4, { on: low })).buttons)).not.toContain('Still broken');

    const shared = await anAsked({ isAnonymous }, { in: helpIt });
    const first = thanksOf(await rates(shared, 'INC-1', 1));
    const second = thanksOf(await rates(shared, 'INC-1', 5, { on: first }));
    expect(labelsOf(second.buttons)).toEqual(labelsOf(first.buttons));
    expect(saidBy(second)).toBe(saidBy(first));
    expect(labelsOf(first.buttons)).toContain('Still broken');
    await shared.submit('ticket.stillBroken', 'INC-1', { note: 'No' }, { by: dana });
    expect((await shared.ticket('INC-1')).status).toBe('in_progress');
  });

  it('counts who was asked and did not answer', async () => {
    const desk = await anAsked({ isAnonymous });
    await desk.says(mia, 'The printer is on fire');
    await desk.settled();
    await resolves(desk, 'INC-2');
    await desk.passes(hours(1));
    await rates(desk, 'INC-1', 4);

    const kept = await surveysIn(desk);
    expect(kept.map(({ score }) => score ?? null).toSorted()).toEqual([4, null]);
    expect(kept.some((survey) => 'ticket' in survey)).toBe(false);
  });

  it('stays what it was for who has answered when desk.yaml changes', async () => {
    const named = await anAsked();
    const thanks = thanksOf(await rates(named, 'INC-1', 4));
    named.reconfigure({ survey: { ...everyDay, isAnonymous } });
    expect((await rates(named, 'INC-1', 1, { on: thanks })).text).toContain('You have answered on INC-1 already');
    expect(await surveysIn(named)).toMatchObject([{ ticket: 'INC-1', score: 4 }]);

    const desk = await anAsked({ isAnonymous });
    const first = thanksOf(await rates(desk, 'INC-1', 4));
    desk.reconfigure({ survey: everyDay });
    thanksOf(await rates(desk, 'INC-1', 1, { on: first }));
    const [kept, ...others] = await surveysIn(desk);
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ score: 1 });
    expect(kept).not.toHaveProperty('ticket');
  });
});
