import { describe, expect, it } from '@jest/globals';
import type { DeskConfig } from '../../src/config/desk-config.ts';
import type { TriageConfig } from '../../src/config/triage-config.ts';
import { aConfig } from '../kit/a-config.ts';
import { aDesk } from '../kit/a-desk.ts';
import { ben, dana, eve, max, nia } from '../kit/people.ts';
import { helpIt, networkTriage } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { labelsOf, saidBy } from '../views/shown.ts';

function asking(questions: Partial<TriageConfig['questions']>): Pick<DeskConfig, 'assistant'> {
  const { assistant } = aConfig();
  const triage = { ...assistant.triage, questions: { ...assistant.triage.questions, ...questions } };
  return { assistant: { ...assistant, triage } };
}

/** The questions that lie in the requester's thread. */
async function questions(desk: TestDesk) {
  await desk.settled();
  const [ticket] = await desk.tickets();
  return desk.chat
    .shownIn(ticket?.thread ?? '')
    .filter(({ buttons = [] }) => buttons.some(({ action }) => action === 'triage.tell'))
    .map((card) => ({ text: saidBy(card), buttons: labelsOf(card.buttons) }));
}

const tells = (desk: TestDesk, answer: string, by = dana) =>
  desk.click('triage.tell', 'INC-1', { by, on: 'whisper', value: `INC-1 ${answer}` });

describe('words that nobody could work on', () => {
  it('are asked about, one thing at a time, with buttons, and what follows from the answers is set', async () => {
    const desk = await aDesk();
    await desk.says(dana, 'it does not work', { in: helpIt });

    expect(await questions(desk)).toMatchObject([
      {
        text: expect.stringContaining('INC-1: what is it about?'),
        buttons: ['VPN', 'E-mail', 'Wi-Fi', 'Something else'],
      },
    ]);
    const turn = await tells(desk, 'service wifi');
    expect(turn.said).toMatchObject([{ how: 'replace' }]);
    expect(turn.text).toContain('INC-1: noted. Wi-Fi');

    expect((await questions(desk)).at(-1)).toMatchObject({ buttons: ['Just me', 'My team', 'Everyone'] });
    expect(await desk.only()).toMatchObject({ service: 'wifi', team: 'network' });
    await tells(desk, 'affected everyone');

    expect((await questions(desk)).at(-1)).toMatchObject({ buttons: ['Just now', 'Today', 'Longer'] });
    expect(await desk.only()).toMatchObject({ impact: 1, priority: 'P2' });
    await tells(desk, 'since today');

    expect(await questions(desk)).toHaveLength(3);
    const card = desk.chat.shownIn(networkTriage).findLast(({ mark }) => mark?.card === 'agent');
    expect(card && saidBy(card)).toMatch(/Since[\s\S]*Today/);
    expect((await desk.only()).history.filter(({ move }) => move === 'tell').map(({ by }) => by)).toEqual([
      dana.id,
      dana.id,
      dana.id,
    ]);
  });

  it.each([
    'help',
    'something is wrong',
    'nothing works anymore',
    'hi, I have a problem',
    'nichts geht mehr',
    'no funciona nada',
    'rien ne marche',
    'nada funciona',
  ])('are such as %j', async (words) => {
    const desk = await aDesk();
    await desk.says(dana, words);

    expect(await questions(desk)).toHaveLength(1);
  });

  it.each([
    'VPN is down',
    'No sound',
    'The coffee machine is broken',
    'My laptop does not start',
    'Drucker kaputt',
    'I need a new monitor',
    'I cannot print',
    'Mein Bildschirm flackert',
    'sap crashes',
  ])('are not such as %j, after which nothing is asked', async (words) => {
    const desk = await aDesk();
    await desk.says(dana, words);

    expect(await questions(desk)).toEqual([]);
    expect(desk.chat.posted).toBe(2);
  });

  it('are not asked about where there is nothing to choose from but words: then these are asked for', async () => {
    const services = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({
      ...{ id, name: id, team: 'it', keywords: [], confidential: false },
    }));
    const desk = await aDesk({ config: { services } });
    await desk.says(dana, 'it does not work');
    await desk.settled();

    const said = desk.chat.shownIn((await desk.only()).thread ?? '').map(saidBy);
    expect(said.join('\n')).toContain('INC-1: what is it about?');
    expect(await questions(desk)).toEqual([]);
  });
});

describe('who is asked', () => {
  it('may answer in their own words, which reach the team, and is asked nothing more', async () => {
    const desk = await aDesk();
    const { message } = await desk.says(dana, 'it does not work');
    await desk.settled();
    await desk.says(dana, 'the projector in room 4', { thread: message });

    expect(await questions(desk)).toHaveLength(1);
    expect((await desk.remarks('INC-1')).map(({ text }) => text)).toEqual(['the projector in room 4']);
  });

  it('alone answers, with what there is to answer, and once', async () => {
    const desk = await aDesk();
    await desk.says(dana, 'it does not work');
    await desk.settled();

    await tells(desk, 'service vpn', eve);
    await tells(desk, 'service payroll');
    await tells(desk, 'affected everyone');
    await desk.click('triage.tell', 'INC-1', { by: dana, on: 'whisper', value: 'nonsense' });
    expect(await desk.only()).toMatchObject({ impact: 3, confidential: false });
    expect((await desk.only()).service).toBeUndefined();

    await tells(desk, 'service vpn');
    const again = await tells(desk, 'service email');
    expect(again.text).toContain('INC-1: this has been answered already.');
    expect((await desk.only()).service).toBe('vpn');
  });

  it('is left in peace when an agent has taken it or answered meanwhile', async () => {
    const desk = await aDesk();
    await desk.says(dana, 'it does not work');
    await desk.settled();
    await desk.click('ticket.claim', 'INC-1', { by: ben });
    await tells(desk, 'service wifi');

    expect(await questions(desk)).toHaveLength(1);
    expect(await desk.only()).toMatchObject({ assignee: ben.id, team: 'it', status: 'in_progress' });
    expect(nia.id).not.toBe(ben.id);
  });

  it('is asked as often as desk.yaml allows', async () => {
    const desk = await aDesk({ config: asking({ atMost: 1 }) });
    await desk.says(dana, 'it does not work');
    await desk.settled();
    await tells(desk, 'service other');

    expect(await questions(desk)).toHaveLength(1);
  });

  it('is never asked where desk.yaml says so', async () => {
    const desk = await aDesk({ config: asking({ when: 'never' }) });
    await desk.says(dana, 'it does not work');

    expect(await questions(desk)).toEqual([]);
  });

  it('is asked for everything that is missing where desk.yaml says so', async () => {
    const desk = await aDesk({ config: asking({ when: 'always' }) });
    await desk.says(max, 'Das VPN ist weg');
    await desk.settled();

    const [ticket] = await desk.tickets();
    const asked = desk.chat
      .shownIn(ticket?.thread ?? '')
      .map(saidBy)
      .join('\n');
    expect(asked).toMatch(/Gibt es eine Fehlermeldung|Seit wann|Wer ist betroffen/);
  });

  it('is asked nothing when somebody else has turned to them already', async () => {
    const desk = await aDesk({ considerations: [] });
    const before = desk.desk.triage;
    const { AskForFacts } = await import('../../src/triage/ask-for-facts.ts');
    await desk.says(dana, 'it does not work');
    const facts = new AskForFacts({ triage: before, config: desk.desk.config });
    const fresh = { ...(await desk.only()), triage: undefined };
    const { triage: _, ...untouched } = fresh;

    expect(await facts.of(untouched, { isAsked: true })).toBeUndefined();
    expect(await facts.of(untouched, { isAsked: false })).toMatchObject({ isAsking: true });
  });
});
