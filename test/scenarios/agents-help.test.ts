import { afterAll, describe, expect } from '@jest/globals';
import { OpenaiEmulator } from '../../playground/openai/openai-emulator.ts';
import type { Stage } from './kit/stage.ts';
import { story } from './kit/story.ts';

const server = await OpenaiEmulator.start();
const withModel = { openai: { apiKey: 'any', baseUrl: server.url, model: 'emulated' } };

afterAll(() => server.stop());

/** INC-1 of Dana is solved; INC-2 of Eve is like it. */
async function likeOneSolved({ dana, eve, ben }: Stage) {
  await dana.says('The VPN tunnel drops after a minute');
  await ben.sees('INC-1', { in: '#it-triage' });
  await ben.clicks('Claim');
  await ben.clicks('Resolve');
  await ben.fills({ Note: 'Restart the tunnel service' });
  await ben.sees('State: resolved', { in: '#it-triage' });
  const words = await eve.says('My VPN tunnel drops after one minute');
  const card = await ben.sees('Solved before: INC-1 Restart the tunnel service', { in: '#it-triage' });
  return { words, card };
}

describe('a reply that is suggested to an agent', () => {
  story('opens in the form for a reply, and goes to the requester when it is sent in', async (stage) => {
    const { eve, ben } = stage;
    const { words, card } = await likeOneSolved(stage);
    await ben.clicksOn(card, 'Suggest reply');
    const draft = await ben.sees('INC-2: a reply to Eve Employee could be this', { isPrivate: true });
    expect(draft.text).toContain('Restart the tunnel service');
    expect(draft.text).toContain('Source: INC-1 The VPN tunnel drops after a minute');
    expect(draft.text).toContain('Put together without a language model.');
    await stage.settled();
    expect(eve.allWith('Restart the tunnel service')).toEqual([]);

    await ben.clicksOn(draft, 'Edit');
    await ben.fills({});
    const heard = await eve.sees('Restart the tunnel service', { under: words });
    expect(heard.text).toContain('Ben Agent');
    await ben.sees('Restart the tunnel service', { under: card });
  });

  story('is sent as it is shown by one click', async (stage) => {
    const { eve, ben } = stage;
    const { words, card } = await likeOneSolved(stage);
    await ben.clicksOn(card, 'Suggest reply');
    const draft = await ben.sees('INC-2: a reply to Eve Employee could be this', { isPrivate: true });
    await ben.clicksOn(draft, 'Use');
    await eve.sees('The same has been solved before, like this:', { under: words });
    await ben.sees('INC-2: sent to Eve Employee', { isPrivate: true });
    await ben.clicksOn(draft, 'Use');
    await stage.settled();
    expect(eve.allWith('The same has been solved before')).toHaveLength(1);
  });
});

describe('a summary', () => {
  story('is for the agent alone', async (stage) => {
    const { dana, ben, cem } = stage;
    const words = await dana.says('The VPN is slow');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    await dana.says('Since this morning. Can you help?', { under: words });
    await ben.sees('Since this morning', { under: card });
    await ben.clicksOn(card, 'Summary');
    const summary = await ben.sees('INC-1: summary', { isPrivate: true });
    expect(summary.text).toContain('Open question of the requester\nCan you help?');
    await stage.settled();
    expect([...dana.allWith('INC-1: summary'), ...cem.allWith('INC-1: summary')]).toEqual([]);
  });
});

describe('a requester and an agent who write different languages', () => {
  story(
    'read each other, and what was written stands there as it was',
    async (stage) => {
      const { dieter, ben } = stage;
      const words = await dieter.says('Mein Drucker ist kaputt und der Computer ist sehr langsam');
      const card = await ben.sees('INC-1', { in: '#it-triage' });
      expect(card.text).toContain('Mein Drucker ist kaputt');
      const translated = await ben.sees('Translated from German by a language model:', { under: card });
      expect(translated.text).toContain('My Printer is broken and the Computer is very slow');

      await ben.clicksOn(card, 'Reply');
      await ben.fills({ Reply: 'Please restart the printer and try again, then tell me what you see' });
      const heard = await dieter.sees('Please restart the printer', { under: words });
      expect(heard.text).not.toContain('Übersetzt');
      const offer = await ben.sees('This would stand under your words:', { isPrivate: true });
      expect(offer.text).toContain('INC-1');
      await ben.clicksOn(offer, 'Send in German too');
      const both = await dieter.sees('Übersetzt aus: Englisch, von einem Sprachmodell', { under: words });
      expect(both.text).toContain('Please restart the printer');
      await ben.sees('INC-1: sent in German too.', { isPrivate: true });
    },
    withModel,
  );
});
