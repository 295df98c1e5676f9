import { afterEach, describe, expect, it } from '@jest/globals';
import type { OpenaiFault } from '../../playground/openai/faults.ts';
import { OpenaiEmulator } from '../../playground/openai/openai-emulator.ts';
import type { AssistantConfig } from '../../src/config/assistant-config.ts';
import { aConfig } from '../kit/a-config.ts';
import { aDatabase } from '../kit/a-database.ts';
import { aDesk } from '../kit/a-desk.ts';
import { days } from '../kit/fake-clock.ts';
import { ada, ben, dana, hana, max } from '../kit/people.ts';
import { directOf, type Posted } from '../kit/recording-chat.ts';
import { saidBy } from '../views/shown.ts';

const running: OpenaiEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.stop();
});

interface Facts {
  readonly fault?: OpenaiFault;
  readonly assistant?: Partial<AssistantConfig>;
  readonly database?: string;
  readonly emulator?: OpenaiEmulator;
}

async function aDeskWithModel({ fault, assistant, database, emulator: given }: Facts = {}) {
  const emulator = given ?? (await OpenaiEmulator.start());
  if (!given) running.push(emulator);
  emulator.fail(fault);
  const desk = await aDesk({
    ...(database === undefined ? {} : { database }),
    config: { assistant: { ...aConfig().assistant, ...assistant } },
    openai: { apiKey: 'a-key', baseUrl: emulator.url, model: 'small-one' },
    modelDeadlineMs: fault === 'slow' ? 250 : 15_000,
  });
  return { desk, emulator };
}

type Desk = Awaited<ReturnType<typeof aDeskWithModel>>['desk'];

async function agentCardAfter(desk: Desk, words: string): Promise<string> {
  await desk.says(dana, words);
  await desk.settled();
  const { cards } = await desk.only();
  const slot = cards.find(({ card }) => card === 'agent');
  const lies = desk.chat.messages.find(({ ref }) => ref === slot?.message);
  return saidIn(lies);
}

/** What a message shows now. */
function saidIn(message: Posted | undefined): string {
  const card = message?.drawings.at(-1);
  return card ? saidBy(card) : '';
}

const words = 'The VPN tunnel drops for everybody in our office since this morning';

describe('a desk with a model', () => {
  it('has new tickets sorted by it, and the card says so', async () => {
    const { desk, emulator } = await aDeskWithModel();

    expect(await agentCardAfter(desk, words)).toContain('Sorted by the language model.');
    expect(await desk.only()).toMatchObject({ triage: { by: 'openai' } });
    expect(emulator.requests.length).toBeGreaterThan(0);
    await desk.modelIdle();
    const calls = await desk.connection.collection('modelCalls').find({}).toArray();
    expect(calls).toContainEqual(expect.objectContaining({ purpose: 'triage', person: dana.id, outcome: 'ok' }));
  });

  it.each([
    ['slow', 'did not answer in time'],
    ['busy', 'could not be reached'],
    ['error', 'could not be reached'],
    ['reset', 'could not be reached'],
    ['malformed', 'gave no usable answer'],
    ['truncated', 'gave no usable answer'],
    ['refusal', 'refused'],
    ['wrongLanguage', 'gave no usable answer'],
    ['unknownService', 'gave no usable answer'],
  ] as const)('says on the card why it went on without: %s', async (fault, why) => {
    const { desk } = await aDeskWithModel({ fault });

    expect(await agentCardAfter(desk, words)).toContain(`the language model ${why}`);
    expect(await desk.only()).toMatchObject({ service: 'vpn', triage: { by: 'local' } });
  });

  it('shows it nothing that is confidential', async () => {
    const { desk, emulator } = await aDeskWithModel();

    await desk.says(dana, 'my payslip shows the salary of somebody else');
    await desk.settled();

    expect(emulator.requests).toEqual([]);
  });

  it('shows it how like tickets were sorted, of those that everybody may see', async () => {
    const { desk, emulator } = await aDeskWithModel();
    const solve = async (key: string, by: typeof ben) => {
      await desk.click('ticket.claim', key, { by });
      await desk.submit('ticket.resolve', key, { code: 'fixed', note: 'Restart the tunnel service' }, { by });
      await desk.settled();
    };
    await desk.says(dana, 'The VPN tunnel drops after a minute');
    await desk.settled();
    await solve('INC-1', ben);
    await desk.says(dana, 'The VPN tunnel drops after a minute, says my payslip and salary');
    await desk.settled();
    await solve('INC-2', hana);
    expect(await desk.ticket('INC-2')).toMatchObject({ confidential: true, status: 'resolved' });
    const before = emulator.requests.length;

    await desk.says(max, 'My VPN tunnel drops after one minute');
    await desk.settled();

    const asked = emulator.requests.slice(before).map(({ body }) => body);
    const triage = asked.find((body) => body.includes('Task: triage')) ?? '';
    expect(triage).toContain('The VPN tunnel drops after a minute');
    expect(asked.join()).not.toContain('payslip and salary');
  });

  it('tells the admins in their language when the budget is nearly and wholly spent, and goes on without', async () => {
    const { desk, emulator } = await aDeskWithModel({ assistant: { budget: { tokensPerDay: 1 } } });
    desk.reconfigure({ people: { admins: [ada.email, max.email], managers: [] } });
    await desk.opensHome(ada);
    await desk.opensHome(max);
    const told = (who: typeof ada) => desk.chat.messages.filter(({ place }) => place === directOf(who.ref)).map(saidIn);

    await desk.says(dana, words);
    await desk.settled();
    await desk.modelIdle();
    const asked = emulator.requests.length;
    await desk.says(dana, 'The outlook folder of my email is empty');
    await desk.settled();

    expect(told(ada).join()).toContain("Today's budget for the language model is spent.");
    expect(told(max).join()).toContain('Das heutige Budget für das Sprachmodell ist verbraucht.');
    expect(told(ada).filter((one) => one.includes('budget'))).toHaveLength(1);
    expect(emulator.requests).toHaveLength(asked);
    expect((await desk.tickets()).at(-1)).toMatchObject({ triage: { by: 'local', fellBack: 'budget' } });
    desk.clock.advance(days(1));
    expect(await desk.desk.assistant.triage(words, { isConfidential: false })).toMatchObject({ by: 'openai' });
  });

  it('shares its budget with the other processes of the desk', async () => {
    const database = await aDatabase();
    const one = await aDeskWithModel({ database, assistant: { budget: { tokensPerDay: 1 } } });
    const other = await aDeskWithModel({
      ...{ database, emulator: one.emulator },
      assistant: { budget: { tokensPerDay: 1 } },
    });
    const matter = { isConfidential: false };

    expect(await one.desk.desk.assistant.triage(words, matter)).toMatchObject({ by: 'openai' });
    await one.desk.modelIdle();

    expect(await other.desk.desk.assistant.triage(words, matter)).toMatchObject({ by: 'local', fellBack: 'budget' });
    expect(one.emulator.requests).toHaveLength(1);
  });
});
