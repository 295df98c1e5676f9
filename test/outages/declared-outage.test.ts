import { describe, expect, it } from '@jest/globals';
import { aDatabase } from '../kit/a-database.ts';
import { aDesk } from '../kit/a-desk.ts';
import { FakeClock, minutes, seconds } from '../kit/fake-clock.ts';
import { ben, cem, dana, eve, max, nia, type Somebody } from '../kit/people.ts';
import { helpIt, itTriage, RecordingChat } from '../kit/recording-chat.ts';
import { everyDay, hours } from '../kit/surveys.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { labelsOf, saidBy } from '../views/shown.ts';
import { carriedBy, offersIn, possibleOutages } from './an-outage.ts';

async function threeReports(desk: TestDesk) {
  const said = [
    [dana, 'VPN is down'],
    [eve, "can't connect to the vpn"],
    [max, 'vpn geht nicht'],
  ] as const;
  for (const [person, text] of said) {
    await desk.says(person, text, person === eve ? {} : { in: helpIt });
    await desk.settled();
    desk.clock.advance(seconds(20));
  }
  return carriedBy(possibleOutages(desk)[0], 'Declare');
}

async function declares(desk: TestDesk, value: string, by: Somebody = ben, more: Record<string, string> = {}) {
  const turn = await desk.submit('outage.declare', value, { title: 'VPN outage', impact: '1', ...more }, { by });
  await desk.settled();
  return turn;
}

/** INC-1 to INC-3 of Dana, Eve (privately) and Max are part of INC-4, which Ben has declared. */
async function aDeclared(facts: Parameters<typeof aDesk>[0] = {}) {
  const desk = await aDesk(facts);
  await declares(desk, await threeReports(desk));
  return desk;
}

const statusCards = (desk: TestDesk, place = helpIt) =>
  desk.chat.shownIn(place).filter(({ mark }) => mark?.id.includes(':status:'));
const threadTexts = async (desk: TestDesk, key: string) => {
  const { thread = '' } = await desk.ticket(key);
  return desk.chat.shownIn(thread).map(saidBy);
};

describe('declaring an outage', () => {
  it('asks for a title and whom it hits, filled in from what the reports say', async () => {
    const desk = await aDesk();
    const value = await threeReports(desk);
    const turn = await desk.click('outage.declare', value, { by: ben, on: 'whisper', value });

    expect(turn.said).toMatchObject([
      { how: 'form', form: { id: 'outage.declare', fields: [{ value: 'Problem with VPN' }, { value: '2' }, {}] } },
    ]);
  });

  it('makes one incident of the reports and says so to everybody who reported, once', async () => {
    const desk = await aDeclared();

    expect(await desk.ticket('INC-4')).toMatchObject({
      ...{ kind: 'incident', title: 'VPN outage', service: 'vpn', impact: 1, requester: ben.id },
      affected: [
        { ticket: 'INC-1', person: dana.id },
        { ticket: 'INC-2', person: eve.id },
        { ticket: 'INC-3', person: max.id },
      ],
    });
    for (const key of ['INC-1', 'INC-2', 'INC-3']) {
      expect(await desk.ticket(key)).toMatchObject({ partOf: { ticket: 'INC-4' } });
      const told = (await threadTexts(desk, key)).filter((text) => /VPN outage/.test(text));
      expect(told).toHaveLength(1);
    }
    expect(saidBy(possibleOutages(desk)[0] ?? { blocks: [] })).toContain('Ben Ito has declared it: INC-4.');
  });

  it('puts a live card into the public channel where people reported, and only there', async () => {
    const desk = await aDeclared();

    const [card, ...more] = statusCards(desk);
    expect(more).toEqual([]);
    expect(saidBy(card ?? { blocks: [] })).toMatch(/^INC-4 VPN outage\nWe are working on it\.\nState: new\n/);
    expect(saidBy(card ?? { blocks: [] })).toContain('Affected: 3 people');
    expect(labelsOf(card?.buttons)).toEqual(['Me too']);
    expect(statusCards(desk, itTriage)).toEqual([]);
    expect(desk.chat.messages.filter(({ drawings }) => drawings[0]?.mark?.id.includes(':status:'))).toHaveLength(1);
  });

  it('is for the agents of the team, and happens once', async () => {
    const desk = await aDesk();
    const value = await threeReports(desk);
    expect((await declares(desk, value, dana)).text).toContain('only agents');
    expect((await declares(desk, value, nia)).text).toContain('only agents');
    await declares(desk, value, ben);
    expect((await declares(desk, value, cem)).text).toContain('schon ausgerufen: INC-4');
    expect(await desk.tickets()).toHaveLength(4);
  });

  it('happens once when two agents declare in two processes at the same moment', async () => {
    const [chat, clock, database] = [new RecordingChat(), new FakeClock(), await aDatabase()];
    const one = await aDesk({ chat, clock, database });
    const other = await aDesk({ chat, clock, database });
    const value = await threeReports(one);
    await Promise.all([declares(one, value, ben), declares(other, value, cem)]);

    expect(await one.tickets()).toHaveLength(4);
    expect(statusCards(one)).toHaveLength(1);
  });

  it('links the reports after a crash in the middle', async () => {
    const [chat, clock, database] = [new RecordingChat(), new FakeClock(), await aDatabase()];
    const first = await aDesk({ chat, clock, database });
    const value = await threeReports(first);
    const { outages } = first.desk;
    const outage = await outages.find(value);
    const draft = {
      kind: 'incident',
      title: 'VPN outage',
      description: 'x',
      team: 'it',
      impact: 1,
      urgency: 1,
    } as const;
    const { ticket } = await first.desk.tickets.open(
      {
        ...{ ...draft, requester: ben.id, raisedBy: ben.id, confidential: false },
        source: { via: 'form', key: value, files: [] },
        outage: { id: value, by: ben.id, at: clock.now() },
      },
      'declared',
    );
    const set = { $set: { state: 'declared', by: ben.id, parent: ticket.key } };
    await first.connection.collection<{ _id: string }>('outages').updateOne({ _id: outage?.id ?? '' }, set);
    await first.settled();
    await first.crash();

    const second = await aDesk({ chat, clock, database });
    await second.desk.outages.sweep();
    await second.settled();
    expect((await second.ticket('INC-4')).affected).toHaveLength(3);
    expect(await second.ticket('INC-2')).toMatchObject({ partOf: { ticket: 'INC-4' } });
  });
});

describe('a declared outage', () => {
  it('tells everybody who reported it what agents reply, once each, and its card shows it', async () => {
    const desk = await aDeclared();
    await desk.submit('ticket.reply', 'INC-4', { note: 'The gateway is restarting.' }, { by: ben });
    await desk.settled();

    for (const key of ['INC-1', 'INC-2', 'INC-3']) {
      const told = (await threadTexts(desk, key)).filter((text) => text.includes('The gateway is restarting.'));
      expect(told).toHaveLength(1);
      expect((await desk.ticket(key)).respondedAt).toBeDefined();
    }
    expect(saidBy(statusCards(desk)[0] ?? { blocks: [] })).toContain('The gateway is restarting.');
  });

  it('sends its first public update with the declaration', async () => {
    const desk = await aDesk();
    await declares(desk, await threeReports(desk), ben, { update: 'We are on it.' });

    for (const key of ['INC-1', 'INC-2', 'INC-3'])
      expect((await threadTexts(desk, key)).filter((text) => text.includes('We are on it.'))).toHaveLength(1);
  });

  it('is offered to who writes the same later, and raises no second card', async () => {
    const desk = await aDeclared();
    desk.clock.advance(minutes(20));
    for (const person of [nia, cem]) await desk.says(person, 'no vpn here');
    await desk.settled();

    const [offer] = await offersIn(desk, 'INC-5');
    expect(saidBy(offer ?? { blocks: [] })).toMatch(
      /^INC-5 looks like something that we are working on already: VPN outage/,
    );
    await desk.click('alike.join', 'INC-5', { by: nia });
    await desk.settled();
    expect((await desk.ticket('INC-4')).affected).toHaveLength(4);
    expect(saidBy(statusCards(desk)[0] ?? { blocks: [] })).toContain('Affected: 4 people');
    expect(possibleOutages(desk)).toHaveLength(1);
  });

  it('is joined by one click on its card, which counts once however often it is clicked', async () => {
    const desk = await aDeclared();
    const first = await desk.click('outage.join', 'INC-4', { by: nia, on: 'whisper' });
    await desk.settled();
    expect((await desk.ticket('INC-4')).affected).toHaveLength(4);
    const second = await desk.click('outage.join', 'INC-4', { by: nia, on: 'whisper' });
    await desk.settled();

    expect(first.text).toContain('INC-5: you are part of VPN outage.');
    expect(second.text).toContain('INC-5: you are part of VPN outage.');
    expect((await desk.ticket('INC-4')).affected).toHaveLength(4);
    expect(await desk.tickets()).toHaveLength(5);
    expect(await offersIn(desk, 'INC-5')).toEqual([]);
  });

  it('asks every requester whether it is fixed, and each of them about their own ticket how it went', async () => {
    const desk = await aDeclared({ config: { survey: everyDay } });
    await desk.submit('ticket.resolve', 'INC-4', { code: 'fixed', note: 'Gateway replaced.' }, { by: ben });
    await desk.settled();

    for (const key of ['INC-1', 'INC-2', 'INC-3']) {
      expect(await desk.ticket(key)).toMatchObject({ status: 'resolved', resolution: { note: 'Gateway replaced.' } });
      const asked = (await threadTexts(desk, key)).filter((text) => text.includes(`has resolved ${key}`));
      expect(asked).toHaveLength(1);
    }
    expect(saidBy(statusCards(desk)[0] ?? { blocks: [] })).toContain('It is fixed.');
    expect(labelsOf(statusCards(desk)[0]?.buttons)).toEqual([]);

    await desk.click('ticket.confirm', 'INC-1', { by: dana });
    await desk.passes(hours(1));
    expect(await desk.ticket('INC-1')).toMatchObject({ status: 'closed' });
    for (const key of ['INC-1', 'INC-2', 'INC-3'])
      expect((await threadTexts(desk, key)).filter((text) => text.includes(`How did it go with ${key}?`))).toHaveLength(
        1,
      );
    expect((await threadTexts(desk, 'INC-4')).filter((text) => text.includes('How did it go'))).toEqual([]);
  });

  it('stays resolved when it is still broken for one, whose ticket goes on and whose words reach the assignee', async () => {
    const desk = await aDeclared();
    await desk.submit('ticket.resolve', 'INC-4', { code: 'fixed', note: 'Done.' }, { by: ben });
    await desk.settled();
    await desk.submit('ticket.stillBroken', 'INC-2', { note: 'Not for me.' }, { by: eve });
    await desk.settled();

    expect(await desk.ticket('INC-2')).toMatchObject({ status: 'in_progress' });
    expect(await desk.ticket('INC-4')).toMatchObject({ status: 'resolved' });
    expect(await desk.ticket('INC-1')).toMatchObject({ status: 'resolved' });
    const told = desk.chat.messages.flatMap(({ drawings }) => drawings.map(saidBy));
    expect(told.filter((text) => text.includes('INC-4: it is still broken for Eve Stone (INC-2).'))).toHaveLength(1);
  });

  it('lets its reports go on by themselves when it is cancelled', async () => {
    const desk = await aDeclared();
    await desk.submit('ticket.cancel', 'INC-4', { reason: 'A wrong alarm.' }, { by: ben });
    await desk.settled();

    expect((await desk.ticket('INC-1')).partOf).toBeUndefined();
    expect(await desk.ticket('INC-1')).toMatchObject({ status: 'new', links: [] });
    expect(saidBy(statusCards(desk)[0] ?? { blocks: [] })).toContain('It was no outage after all.');
  });

  it('goes on without who says that theirs is something else', async () => {
    const desk = await aDeclared();
    const turn = await desk.click('alike.other', 'INC-3', { by: max });
    await desk.settled();
    await desk.submit('ticket.resolve', 'INC-4', { code: 'fixed', note: 'Done.' }, { by: ben });
    await desk.settled();

    expect(turn.text).toContain('INC-3 wird für sich bearbeitet.');
    expect((await desk.ticket('INC-4')).affected).toHaveLength(2);
    expect(await desk.ticket('INC-3')).toMatchObject({ status: 'new' });
  });

  it('goes on in the incident that it was merged into, with everybody who reported it', async () => {
    const desk = await aDeclared();
    await desk.says(nia, 'Something else entirely: the beamer is dark', { in: helpIt });
    await desk.settled();
    await desk.submit('ticket.merge', 'INC-4', { key: 'INC-5' }, { by: ben });
    await desk.settled();
    await desk.submit('ticket.resolve', 'INC-5', { code: 'fixed', note: 'Power is back.' }, { by: ben });
    await desk.settled();

    for (const key of ['INC-1', 'INC-2', 'INC-3'])
      expect(await desk.ticket(key)).toMatchObject({ status: 'resolved', resolution: { note: 'Power is back.' } });
    expect(saidBy(statusCards(desk)[0] ?? { blocks: [] })).toContain('It is fixed.');
  });

  it('shows on its card what a crash has left undrawn', async () => {
    const [chat, clock, database] = [new RecordingChat(), new FakeClock(), await aDatabase()];
    const first = await aDeclared({ chat, clock, database });
    await first.crash();
    const second = await aDesk({ chat, clock, database });
    const tickets = second.connection.collection<{ _id: string }>('tickets');
    await tickets.updateOne(
      { _id: 'INC-4' },
      { $set: { status: 'in_progress', assignee: ben.id }, $inc: { version: 1 } },
    );
    await second.desk.outages.sweep();
    await second.settled();

    expect(saidBy(statusCards(second)[0] ?? { blocks: [] })).toContain('State: in progress');
  });
});
