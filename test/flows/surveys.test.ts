import { describe, expect, it } from '@jest/globals';
import { aDesk } from '../kit/a-desk.ts';
import { agentsOf, shown } from '../kit/a-talk.ts';
import { days, seconds } from '../kit/fake-clock.ts';
import { ben, dana, eve, hana, lea, max, mia } from '../kit/people.ts';
import { helpIt } from '../kit/recording-chat.ts';
import {
  anAsked,
  comments,
  everyDay,
  hours,
  questions,
  rates,
  resolves,
  surveysIn,
  thanksOf,
  threadOf,
  toldOfLowScore,
} from '../kit/surveys.ts';
import { labelsOf, saidBy } from '../views/shown.ts';

describe('asking how it went', () => {
  it('comes once, the delay after a ticket was resolved, in the requester’s thread', async () => {
    const desk = await anAsked();

    const [question, ...others] = await questions(desk, 'INC-1');
    expect(others).toEqual([]);
    expect(saidBy(question ?? { blocks: [] })).toContain('How did it go with INC-1?');
    expect(labelsOf(question?.buttons)).toEqual(['1 😞', '2 🙁', '3 😐', '4 🙂', '5 😀']);
    await desk.passes(hours(1));
    expect(await questions(desk, 'INC-1')).toHaveLength(1);
  });

  it('is not for duplicates and cancelled tickets', async () => {
    const desk = await aDesk({ config: { survey: everyDay } });
    for (const [index, by] of [dana, max].entries()) await desk.says(by, `VPN is down ${index}`);
    await desk.settled();
    await resolves(desk, 'INC-1', 'duplicate');
    await desk.click('ticket.withdraw', 'INC-2', { by: max });
    await desk.passes(days(1));

    expect(await questions(desk, 'INC-1')).toEqual([]);
    expect(await questions(desk, 'INC-2')).toEqual([]);
    expect(await surveysIn(desk)).toEqual([]);
  });

  it('asks one person once, however many tickets of theirs are due in the same sweep and in two processes', async () => {
    const desk = await aDesk({ config: { survey: everyDay } });
    const keys = ['INC-1', 'INC-2', 'INC-3'];
    for (const key of keys) await desk.says(dana, `VPN is down again, ${key}`);
    await desk.settled();
    for (const key of keys) await resolves(desk, key);
    const other = await aDesk({
      database: desk.database,
      chat: desk.chat,
      clock: desk.clock,
      config: { survey: everyDay },
    });
    desk.clock.advance(hours(1));
    await Promise.all([desk.ringer.sweep(), other.ringer.sweep()]);
    await desk.settled();
    await other.settled();

    const asked = await Promise.all(keys.map((key) => questions(desk, key)));
    expect(asked.flat()).toHaveLength(1);
    expect(await surveysIn(desk)).toHaveLength(1);
  });

  it('asks the same person again once desk.yaml lets it, and others meanwhile', async () => {
    const desk = await anAsked();
    await desk.says(dana, 'The printer is on fire');
    await desk.says(max, 'The printer is on fire, too');
    await desk.settled();
    for (const key of ['INC-2', 'INC-3']) await resolves(desk, key);
    await desk.passes(hours(1));
    expect(await questions(desk, 'INC-2')).toEqual([]);
    expect(await questions(desk, 'INC-3')).toHaveLength(1);

    desk.clock.advance(days(1));
    await desk.says(dana, 'The mouse is dead');
    await desk.settled();
    await resolves(desk, 'INC-4');
    await desk.passes(hours(1));
    expect(await questions(desk, 'INC-4')).toHaveLength(1);
  });

  it('reminds once of a question that was not answered', async () => {
    const desk = await anAsked();

    await desk.passes(days(2));
    expect(await shown(desk, await threadOf(desk, 'INC-1'))).toContain('We have not heard yet how it went with INC-1');
    await desk.passes(days(7));
    expect(await questions(desk, 'INC-1')).toHaveLength(2);
  });

  it('does not remind of an answer that a crash has left unnoted', async () => {
    const desk = await anAsked();
    await rates(desk, 'INC-1', 4);
    await desk.connection.collection('surveyQuestions').updateMany({}, { $set: { isAnswered: false } });

    await desk.passes(days(3));
    expect(await questions(desk, 'INC-1')).toHaveLength(1);
  });

  it.each([false, true])('does not remind who has answered (anonymous: %s)', async (isAnonymous) => {
    const desk = await anAsked({ isAnonymous });
    await rates(desk, 'INC-1', 4);

    await desk.passes(days(3));
    expect(await questions(desk, 'INC-1')).toHaveLength(1);
  });
});

describe('answering', () => {
  it('keeps the score at one click, and thanks', async () => {
    const desk = await anAsked();

    const thanks = thanksOf(await rates(desk, 'INC-1', 4));
    expect(saidBy(thanks)).toContain('Thank you. You gave INC-1 4 of 5.');
    expect(labelsOf(thanks.buttons).at(-1)).toBe('Add a comment');
    expect(await surveysIn(desk)).toMatchObject([
      { ticket: 'INC-1', team: 'it', service: 'vpn', priority: 'P4', assignee: ben.id, score: 4, day: '2026-03-02' },
    ]);
  });

  it('says nothing of the score where others read along', async () => {
    const desk = await anAsked({}, { in: helpIt });

    const thanks = thanksOf(await rates(desk, 'INC-1', 1));
    expect(saidBy(thanks)).not.toMatch(/\b1 of 5\b/);
    expect(saidBy(thanks)).toContain('Thank you for your answer on INC-1.');
  });

  it('counts a click that is delivered twice once', async () => {
    const desk = await aDesk({ config: { survey: everyDay }, deliveries: 2 });
    await desk.says(dana, 'VPN is down');
    await desk.settled();
    await resolves(desk, 'INC-1');
    await desk.passes(hours(1));

    await rates(desk, 'INC-1', 1);
    await rates(desk, 'INC-1', 1);
    expect(await surveysIn(desk)).toHaveLength(1);
    expect(toldOfLowScore(desk.chat, lea)).toHaveLength(1);
  });

  it('still counts when the ticket has been closed', async () => {
    const desk = await anAsked();
    await desk.click('ticket.confirm', 'INC-1', { by: dana });
    await rates(desk, 'INC-1', 5);

    expect((await desk.ticket('INC-1')).status).toBe('closed');
    expect(await surveysIn(desk)).toMatchObject([{ score: 5 }]);
  });

  it('can be changed for seven days, and no longer', async () => {
    const desk = await anAsked();
    const thanks = thanksOf(await rates(desk, 'INC-1', 4));

    desk.clock.advance(days(7));
    await rates(desk, 'INC-1', 3, { on: thanks });
    expect(await surveysIn(desk)).toMatchObject([{ score: 3, day: '2026-03-02' }]);

    desk.clock.advance(days(1));
    const late = await rates(desk, 'INC-1', 5, { on: thanks });
    expect(late.said.map(({ how }) => how)).toEqual(['whisper']);
    expect(late.text).toContain('too long ago');
    expect(await surveysIn(desk)).toMatchObject([{ score: 3 }]);
  });

  it.each([
    ['an agent', ben],
    ['somebody else in the thread', eve],
  ])('is for the requester alone: %s is told so quietly', async (_who, by) => {
    const desk = await anAsked({}, { in: helpIt });

    const turn = await rates(desk, 'INC-1', 1, { by });
    expect(turn.said.map(({ how }) => how)).toEqual(['whisper']);
    expect(turn.text).toContain('Only the person who needs INC-1 can say that.');
    expect(await surveysIn(desk)).toMatchObject([{ ticket: 'INC-1' }]);
    expect((await surveysIn(desk))[0]).not.toHaveProperty('score');
  });

  it('is for whom the ticket was raised, not for who raised it', async () => {
    const desk = await aDesk({ config: { survey: everyDay } });
    const { message } = await desk.says(dana, 'My screen is black', { in: 'slack:T1/random' });
    await desk.shortcut(eve, message);
    await desk.settled();
    expect(await desk.ticket('INC-1')).toMatchObject({ requester: dana.id, raisedBy: eve.id, watchers: [eve.id] });
    await resolves(desk, 'INC-1');
    await desk.passes(hours(1));

    expect((await rates(desk, 'INC-1', 2, { by: eve })).text).toContain('Only the person who needs INC-1');
    thanksOf(await rates(desk, 'INC-1', 2));
    expect(await surveysIn(desk)).toMatchObject([{ score: 2 }]);
  });

  it('is over for a question whose ticket was reopened since', async () => {
    const desk = await anAsked();
    const [question] = await questions(desk, 'INC-1');
    await desk.submit('ticket.stillBroken', 'INC-1', {}, { by: dana });

    expect((await rates(desk, 'INC-1', 1, { on: question })).text).toContain('no longer counts');
    await resolves(desk, 'INC-1');
    await desk.passes(hours(1));
    expect((await rates(desk, 'INC-1', 1, { on: question })).text).toContain('no longer counts');
    expect(await questions(desk, 'INC-1')).toHaveLength(1);
    expect((await surveysIn(desk)).filter(({ score }) => score)).toEqual([]);
  });

  it('is asked for again after a reopened ticket was resolved, when enough time has passed', async () => {
    const desk = await anAsked();
    await desk.submit('ticket.stillBroken', 'INC-1', {}, { by: dana });
    await desk.settled();
    desk.clock.advance(days(1));
    await resolves(desk, 'INC-1');
    await desk.passes(hours(1));

    expect(await questions(desk, 'INC-1')).toHaveLength(2);
    thanksOf(await rates(desk, 'INC-1', 5));
    expect((await surveysIn(desk)).map(({ score }) => score ?? null)).toEqual([null, 5]);
  });
});

describe('a comment', () => {
  it('is kept with the score and noted among the agents, changed in its place', async () => {
    const desk = await anAsked();
    const thanks = thanksOf(await rates(desk, 'INC-1', 4));

    const said = await comments(desk, thanks, 'Fast, but nobody told me.');
    expect(said.text).toContain('your comment on INC-1 is noted');
    await comments(desk, thanks, 'Fast, but nobody called me.');

    expect(await surveysIn(desk)).toMatchObject([{ score: 4, comment: 'Fast, but nobody called me.' }]);
    expect(await desk.remarks('INC-1')).toMatchObject([
      { visibility: 'internal', author: dana.id, text: 'How it went, 4 of 5: Fast, but nobody called me.' },
    ]);
    expect(shown(desk, agentsOf(await desk.ticket('INC-1')))).toContain('Fast, but nobody called me.');
    expect(shown(desk, await threadOf(desk, 'INC-1'))).not.toContain('Fast, but');
  });

  it('is not taken from anybody else', async () => {
    const desk = await anAsked();
    const thanks = thanksOf(await rates(desk, 'INC-1', 4));

    expect((await comments(desk, thanks, 'Mine', ben)).text).toContain('Only the person who needs INC-1');
    expect((await surveysIn(desk))[0]).not.toHaveProperty('comment');
  });
});

describe('a low score', () => {
  it('tells the lead who, what and where, and lets them reopen', async () => {
    const desk = await anAsked();
    await rates(desk, 'INC-1', 2);

    const [told] = toldOfLowScore(desk.chat, lea);
    expect(saidBy(told ?? { blocks: [] })).toContain('Dana Lee rated INC-1 2 of 5.');
    expect(JSON.stringify(told)).toContain('https://chat.example/');
    expect(told?.buttons?.map(({ label, action }) => [label, action])).toEqual([
      ['Show', 'ticket.show'],
      ['Reopen', 'ticket.reopen'],
    ]);
    expect(toldOfLowScore(desk.chat, mia)).toEqual([]);
    await desk.submit('ticket.reopen', 'INC-1', { note: 'Let us look again' }, { by: lea });
    expect((await desk.ticket('INC-1')).status).toBe('in_progress');
  });

  it('tells nobody of a score above, and once however often it changes below', async () => {
    const desk = await anAsked();
    const thanks = thanksOf(await rates(desk, 'INC-1', 3));
    expect(toldOfLowScore(desk.chat, lea)).toEqual([]);

    for (const score of [1, 5, 2, 1]) await rates(desk, 'INC-1', score, { on: thanks });
    expect(toldOfLowScore(desk.chat, lea)).toHaveLength(1);
  });

  it('comes with the comment when there is one, and the comment by itself when it comes later', async () => {
    const desk = await anAsked();
    const thanks = thanksOf(await rates(desk, 'INC-1', 4));
    await comments(desk, thanks, 'It fell over again.');
    await rates(desk, 'INC-1', 1, { on: thanks });
    expect(toldOfLowScore(desk.chat, lea).map(saidBy)).toEqual([expect.stringContaining('It fell over again.')]);

    const other = await anAsked();
    await comments(other, thanksOf(await rates(other, 'INC-1', 1)), 'Nobody answered.');
    const told = toldOfLowScore(other.chat, lea).map(saidBy);
    expect(told).toHaveLength(2);
    expect(told.at(-1)).toContain('Nobody answered.');
  });

  it('goes to the managers of a team without a lead, who may not reopen', async () => {
    const desk = await anAsked();
    const teams = desk.desk.config().teams.map((team) => ({ ...team, leads: [] }));
    desk.reconfigure({ teams });
    await rates(desk, 'INC-1', 1);

    expect(toldOfLowScore(desk.chat, mia).map(({ buttons }) => labelsOf(buttons))).toEqual([['Show']]);
  });

  it('of a confidential ticket goes to nobody who may not see it', async () => {
    const desk = await aDesk({ config: { survey: everyDay } });
    desk.reconfigure({ teams: desk.desk.config().teams.map((team) => ({ ...team, leads: [] })) });
    await desk.says(dana, 'My salary is wrong on the payslip');
    await desk.settled();
    expect(await desk.ticket('INC-1')).toMatchObject({ confidential: true, team: 'hr' });
    await desk.submit('ticket.resolve', 'INC-1', { code: 'fixed', note: 'Paid.' }, { by: hana });
    await desk.passes(hours(1));
    await rates(desk, 'INC-1', 1);

    expect(toldOfLowScore(desk.chat, mia)).toEqual([]);
    expect(shown(desk, agentsOf(await desk.ticket('INC-1')))).toContain('rated INC-1 1 of 5');
  });

  it('is told, once, by what a crash has left between the answer and the telling', async () => {
    const desk = await anAsked();
    await rates(desk, 'INC-1', 4);
    // As the write of another score leaves it, when the process dies right after.
    const owes = { id: 'left', at: new Date(desk.clock.now().getTime() + seconds(30)), to: [] };
    await desk.connection.collection('surveys').updateMany({}, { $set: { score: 1, owes } });
    await desk.answerTeller.sweep();
    await desk.settled();
    expect(toldOfLowScore(desk.chat, lea)).toEqual([]);

    desk.clock.advance(seconds(30));
    await Promise.all([desk.answerTeller.sweep(), desk.answerTeller.sweep()]);
    await desk.settled();
    expect(toldOfLowScore(desk.chat, lea)).toHaveLength(1);
    expect((await surveysIn(desk))[0]).not.toHaveProperty('owes');

    // As if it had died once more before it noted that it has told.
    await desk.connection.collection('surveys').updateMany({}, { $set: { owes } });
    await desk.answerTeller.sweep();
    await desk.settled();
    expect(toldOfLowScore(desk.chat, lea)).toHaveLength(1);
  });
});
