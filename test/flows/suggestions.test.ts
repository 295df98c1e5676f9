import { describe, expect, it } from '@jest/globals';
import type { DeskConfig } from '../../src/config/desk-config.ts';
import type { TriageConfig } from '../../src/config/triage-config.ts';
import { aConfig } from '../kit/a-config.ts';
import { aDesk } from '../kit/a-desk.ts';
import { ben, dana, eve } from '../kit/people.ts';
import { helpIt, itTriage, networkTriage } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { AModel } from '../triage/a-model.ts';
import { saidBy } from '../views/shown.ts';

/** A desk.yaml whose triage is so. */
function withTriage(facts: Partial<TriageConfig>): Pick<DeskConfig, 'assistant'> {
  const { assistant } = aConfig();
  return { assistant: { ...assistant, triage: { ...assistant.triage, ...facts } } };
}

const trusting = withTriage({ licence: { judged: 0, band: 0.1 } });

/** The model takes its time. @returns lets it answer */
function thinking(model: AModel): () => void {
  let answer = () => {};
  model.thinks = new Promise((resolve) => {
    answer = resolve;
  });
  return () => answer();
}

async function agentCard(desk: TestDesk, place = itTriage) {
  await desk.settled();
  const card = desk.chat.shownIn(place).findLast(({ mark }) => mark?.card === 'agent');
  if (!card) throw new Error('there is no card');
  const row = card.blocks.find((block) => block.kind === 'row' && block.also !== undefined);
  return { text: saidBy(card), buttons: row?.kind === 'row' ? [row.button?.label, row.also?.label] : [] };
}

describe('what triage is not sure enough of', () => {
  it('is suggested to the agents, and a yes makes it so', async () => {
    const desk = await aDesk({ assistant: new AModel({ service: ['vpn', 0.71] }) });
    await desk.says(dana, 'I cannot reach my files from home');

    const before = await agentCard(desk);
    await desk.click('triage.yes', 'INC-1', { by: ben });
    const after = await agentCard(desk);

    expect(before).toMatchObject({ buttons: ['Yes', 'Change'] });
    expect(before.text).toContain('Looks like: VPN (71 %)');
    expect(await desk.only()).toMatchObject({ service: 'vpn', triage: { guesses: [{}, { answer: 'yes' }] } });
    expect((await desk.only()).history.at(-1)).toMatchObject({ move: 'edit', by: ben.id });
    expect(after.text).not.toContain('Looks like');
  });

  it('moves the card to the team of the service that an agent says yes to', async () => {
    const desk = await aDesk({ assistant: new AModel({ service: ['wifi', 0.7], urgency: [1, 0.6] }) });
    await desk.says(dana, 'I have no internet in the meeting room');
    expect((await agentCard(desk)).text).toContain('Looks like: Wi-Fi (70 %), P3 (60 %)');

    await desk.click('triage.yes', 'INC-1', { by: ben });
    await desk.settled();

    expect(await desk.only()).toMatchObject({ team: 'network', urgency: 1, priority: 'P3', status: 'new' });
    expect((await agentCard(desk, networkTriage)).text).toContain('INC-1');
  });

  it('opens the form to change it with what was suggested filled in, and is gone when the form comes back', async () => {
    const desk = await aDesk({ assistant: new AModel({ service: ['email', 0.7] }) });
    await desk.says(dana, 'I cannot reach my files from home');
    await desk.settled();

    const turn = await desk.click('triage.change', 'INC-1', { by: ben });
    await desk.submit('ticket.edit', 'INC-1', { title: 'No files', kind: 'incident', service: 'vpn' }, { by: ben });

    expect(turn.said).toMatchObject([
      { how: 'form', form: { id: 'ticket.edit', fields: [{}, { value: 'incident' }, { value: 'email' }] } },
    ]);
    expect(await desk.only()).toMatchObject({ service: 'vpn' });
    expect((await agentCard(desk)).text).not.toContain('Looks like');
  });

  it('is for agents alone to say yes to, and only once', async () => {
    const desk = await aDesk({ assistant: new AModel({ service: ['vpn', 0.7] }) });
    await desk.says(dana, 'I cannot reach my files from home');
    await desk.settled();

    await desk.click('triage.yes', 'INC-1', { by: eve });
    expect((await desk.only()).service).toBeUndefined();
    await desk.click('triage.yes', 'INC-1', { by: ben });
    const again = await desk.click('triage.yes', 'INC-1', { by: ben });

    expect(again.text).toContain('INC-1: this has been answered already.');
    expect((await desk.only()).history.filter(({ move }) => move === 'edit')).toHaveLength(1);
  });

  it('is not suggested when it is less sure than desk.yaml wants to hear of, or is so already', async () => {
    const desk = await aDesk({ assistant: new AModel({ service: ['email', 0.4], kind: ['incident', 0.7] }) });
    await desk.says(dana, 'The VPN is down');

    expect((await agentCard(desk)).text).not.toContain('Looks like');
  });
});

describe('what a model is sure of', () => {
  it('is only suggested as long as it has not proved right here', async () => {
    const desk = await aDesk({ assistant: new AModel({ service: ['wifi', 0.97] }) });
    await desk.says(dana, 'I have no internet in the meeting room');

    expect((await agentCard(desk)).text).toContain('Looks like: Wi-Fi (97 %)');
    expect((await desk.only()).service).toBeUndefined();
  });

  it('is filled in after the ticket is there, and moves its card, where desk.yaml asks for no proof', async () => {
    const model = new AModel({ service: ['wifi', 0.97], impact: [2, 0.9], urgency: [1, 0.9], kind: ['request', 0.9] });
    const desk = await aDesk({ assistant: model, config: trusting });
    await desk.says(dana, 'I have no internet in the meeting room', { in: helpIt });
    const { text } = await agentCard(desk, networkTriage);

    expect(await desk.only()).toMatchObject({ key: 'INC-1', service: 'wifi', team: 'network', kind: 'request' });
    expect(await desk.only()).toMatchObject({ impact: 2, urgency: 1, priority: 'P2', triage: { by: 'openai' } });
    expect(text).toContain('Sorted by the language model.');
    expect(text).not.toContain('Looks like');
    expect(desk.chat.shownIn(itTriage).map(saidBy).join()).toContain('INC-1 has moved to Network.');
  });

  it('never takes back what a person has said meanwhile', async () => {
    const model = new AModel({ service: ['wifi', 0.97], urgency: [3, 0.9] });
    const answer = thinking(model);
    const desk = await aDesk({ assistant: model, config: trusting });
    await desk.says(dana, 'I have no internet in the meeting room');
    await desk.until(() => model.asked.length > 0);
    await desk.until(async () => (await desk.only()).cards.every(({ message }) => message));
    await desk.submit('ticket.edit', 'INC-1', { title: 'No net', kind: 'incident', service: 'vpn' }, { by: ben });
    await desk.click('ticket.claim', 'INC-1', { by: ben });
    answer();
    await desk.settled();

    expect(await desk.only()).toMatchObject({ title: 'No net', service: 'vpn', team: 'it', assignee: ben.id });
    expect(await desk.only()).toMatchObject({ urgency: 3, priority: 'P4' });
  });

  it('takes no ticket from who has claimed it: it is suggested', async () => {
    const model = new AModel({ service: ['wifi', 0.97] });
    const answer = thinking(model);
    const desk = await aDesk({ assistant: model, config: trusting });
    await desk.says(dana, 'I have no internet in the meeting room');
    await desk.until(() => model.asked.length > 0);
    await desk.until(async () => (await desk.only()).cards.every(({ message }) => message));
    await desk.click('ticket.claim', 'INC-1', { by: ben });
    answer();

    expect((await agentCard(desk)).text).toContain('Looks like: Wi-Fi (97 %)');
    expect(await desk.only()).toMatchObject({ team: 'it', assignee: ben.id });
  });

  it('does not overrule what the requester chose in the form', async () => {
    const desk = await aDesk({ assistant: new AModel({ service: ['wifi', 0.97] }), config: trusting });
    await desk.submit('issue.new', 'new', { description: 'No internet', service: 'vpn' }, { by: dana });
    await desk.settled();

    expect(await desk.only()).toMatchObject({ service: 'vpn', team: 'it' });
  });

  it('gives a better title where the first words say little, and leaves a good one alone', async () => {
    const desk = await aDesk({ assistant: new AModel({ title: 'Projector in room 4 stays dark' }) });
    await desk.says(dana, `Hello, ${'I have been standing here and nothing happens, '.repeat(5)}it is the projector.`);
    await desk.says(dana, 'The VPN drops every ten minutes');
    await desk.settled();

    const titles = (await desk.tickets()).map(({ title }) => title);
    expect(titles).toContain('Projector in room 4 stays dark');
    expect(titles).toContain('The VPN drops every ten minutes');
  });

  it('is asked once for each ticket', async () => {
    const model = new AModel({ service: ['vpn', 0.7] });
    const desk = await aDesk({ assistant: model });
    await desk.says(dana, 'I cannot reach my files from home');
    await desk.settled();
    await desk.desk.courier.sweep();
    await desk.settled();

    expect(model.asked).toHaveLength(1);
  });
});

describe('the agents’ card', () => {
  it.each([
    ['timeout', 'the language model did not answer in time'],
    ['error', 'the language model could not be reached'],
    ['refusal', 'the language model refused'],
    ['malformed', 'the language model gave no usable answer'],
    ['budget', 'the budget for the language model is spent'],
    ['private', 'this does not go to a language model'],
  ] as const)('says why the rules spoke and not the model: %s', async (fellBack, why) => {
    const desk = await aDesk({ assistant: new AModel({ fellBack }) });
    await desk.says(dana, 'The VPN is down');

    const { text } = await agentCard(desk);
    expect(text).toContain(`Sorted by the rules on this machine: ${why}.`);
    expect(await desk.only()).toMatchObject({ service: 'vpn', triage: { by: 'local', fellBack } });
  });

  it('says nothing of forms where there is no model', async () => {
    const desk = await aDesk();
    await desk.says(dana, 'The VPN is down');

    expect((await agentCard(desk)).text).not.toContain('language model');
    expect(desk.chat.posted).toBe(2);
  });
});

describe('triage in the shadow', () => {
  it('writes on the agents’ card what it would have done, and does nothing', async () => {
    const model = new AModel({ service: ['wifi', 0.97], impact: [1, 0.9], urgency: [2, 0.9], kind: ['request', 0.6] });
    const desk = await aDesk({ assistant: model, config: { ...withTriage({ mode: 'shadow' }) } });
    await desk.says(dana, 'I have no internet in the meeting room');
    const { text } = await agentCard(desk);

    expect(text).toContain('Would have set: Wi-Fi, P2');
    expect(text).not.toContain('Looks like');
    expect(await desk.only()).toMatchObject({ team: 'it', impact: 3, priority: 'P4' });
  });

  it('lets the rules of the first day act as ever', async () => {
    const desk = await aDesk({ config: withTriage({ mode: 'shadow' }) });
    await desk.says(dana, 'urgent: the wifi is down');
    await desk.settled();

    expect(await desk.only()).toMatchObject({ service: 'wifi', team: 'network', urgency: 1 });
  });
});

describe('triage that is off', () => {
  it('asks no model, suggests nothing, and lets the rules of the first day act', async () => {
    const model = new AModel({ service: ['email', 0.97] });
    const desk = await aDesk({ assistant: model, config: withTriage({ mode: 'off' }) });
    await desk.says(dana, 'the wifi is down');
    await desk.settled();

    expect(model.asked).toEqual([]);
    expect(await desk.only()).toMatchObject({ service: 'wifi', team: 'network' });
    expect((await agentCard(desk, networkTriage)).text).not.toContain('Looks like');
  });
});
