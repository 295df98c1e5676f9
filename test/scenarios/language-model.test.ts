import { afterAll, describe, expect } from '@jest/globals';
import { OpenaiEmulator } from '../../playground/openai/openai-emulator.ts';
import { story } from './kit/story.ts';

const server = await OpenaiEmulator.start();
afterAll(() => server.stop());
const openai = { apiKey: 'any', baseUrl: server.url, model: 'emulated' };

describe('a desk with a language model', () => {
  story(
    'sorts a new issue by it, and the agents read who did',
    async ({ dana, ben }) => {
      await dana.says('The VPN drops every few minutes since this morning');
      const card = await ben.sees('INC-1', { in: '#it-triage' });

      await ben.seesBecome(card, /Sorted by the language model\./);

      expect(server.requests.flatMap(({ leaks }) => leaks)).toEqual([]);
    },
    { openai },
  );

  story(
    'goes on without it when it refuses, and the agents read why',
    async ({ dana, ben }) => {
      await dana.says('The VPN drops every few minutes emulator:refusal');
      const card = await ben.sees('INC-1', { in: '#it-triage' });

      await ben.seesBecome(card, /Sorted by the rules on this machine: the language model refused\./);
      expect(ben.now(card.id)?.text).toContain('VPN');
    },
    { openai },
  );

  story(
    'goes on without it when its words are no answer, and the agents read why',
    async ({ dana, ben }) => {
      await dana.says('The VPN drops every few minutes emulator:unknownService');
      const card = await ben.sees('INC-1', { in: '#it-triage' });

      await ben.seesBecome(card, /Sorted by the rules on this machine: the language model gave no usable answer\./);
    },
    { openai },
  );
});
