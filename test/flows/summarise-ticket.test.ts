import { describe, expect, it } from '@jest/globals';
import { anAssistant, model } from '../help/a-model.ts';
import { aDesk } from '../kit/a-desk.ts';
import { agentsOf, aTalk, shown } from '../kit/a-talk.ts';
import { ben, cem, dana, eve } from '../kit/people.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { labelsOf } from '../views/shown.ts';

const summarise = (desk: TestDesk, by = ben) => desk.click('help.summary', 'INC-1', { by });

describe('a summary', () => {
  it('without a model is put together from what was said and done, for the agent alone', async () => {
    const { desk, requesters, agents } = await aTalk();
    await desk.says(dana, 'It says error 42', { thread: requesters });
    desk.clock.advance(1000);
    await desk.says(ben, 'Her router was changed last week', { thread: agents });
    await desk.submit('ticket.priority', 'INC-1', { impact: '1', urgency: '1' }, { by: ben });
    desk.clock.advance(1000);
    await desk.submit('ticket.reply', 'INC-1', { note: 'I see. Which building are you in?' }, { by: ben });
    await desk.settled();

    const turn = await summarise(desk);

    expect(turn.said).toMatchObject([{ how: 'whisper' }]);
    expect(turn.text).toMatch(/^INC-1: summary\nAsked\nVPN is down\nLast from Dana Lee\nIt says error 42\n/);
    expect(turn.text).toMatch(/Last from the team\nI see\. Which building are you in\?\nDone so far\n.*claimed/);
    expect(turn.text).toContain('Open question of the team\nWhich building are you in?');
    expect(turn.text).toContain('Put together without a language model.');
    await desk.settled();
    expect(shown(desk, agents)).not.toContain('summary');
  });

  it('is in the agent’s language', async () => {
    const { desk } = await aTalk();

    const turn = await summarise(desk, cem);

    expect(turn.text).toContain('INC-1: Zusammenfassung\nAnliegen\nVPN is down');
    expect(turn.text).toContain('Keine Frage ist offen.\nOhne Sprachmodell zusammengestellt.');
  });

  it('is the model’s where there is one, as plain words', async () => {
    const { assistant, asked } = anAssistant({ summarise: model('*Dana* cannot reach the VPN. <!here>') });
    const desk = await aDesk({ assistant });
    await desk.says(dana, 'VPN is down');
    await desk.settled();

    const turn = await summarise(desk);

    expect(turn.text).toBe(
      'INC-1: summary\n*Dana* cannot reach the VPN. <!here>\nWritten by a language model. Check it.',
    );
    expect(asked.find(({ of }) => of === 'summarise')?.what).toMatchObject([
      [{ by: 'requester', text: 'VPN is down' }],
      'en',
      { person: ben.id, isConfidential: false, ticket: 'INC-1' },
    ]);
  });

  it('is nobody’s who does not work at the desk', async () => {
    const { desk, agents } = await aTalk();
    await desk.says(ben, 'Her contract ends on Friday', { thread: agents });

    const turn = await summarise(desk, eve);

    expect(turn.text).not.toContain('contract');
    expect(turn.text).not.toContain('Asked');
  });

  it('stands among what is rare, and is offered at first sight from eight messages on', async () => {
    const { desk, requesters } = await aTalk();
    const card = async () => {
      await desk.settled();
      const lying = agentsOf(await desk.ticket('INC-1'));
      return desk.chat.messages.find(({ ref }) => ref === lying)?.drawings.at(-1);
    };
    expect(labelsOf((await card())?.more)).toContain('Summary');
    expect(labelsOf((await card())?.buttons)).not.toContain('Summary');

    for (let count = 2; count <= 8; count += 1) await desk.says(dana, `Error ${count}`, { thread: requesters });

    expect(labelsOf((await card())?.buttons)).toContain('Summary');
    expect(labelsOf((await card())?.more)).not.toContain('Summary');
    expect(labelsOf((await card())?.more)).toContain('Suggest reply');
  });
});
