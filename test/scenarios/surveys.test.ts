import { describe, expect } from '@jest/globals';
import type { SurveyConfig } from '../../src/config/desk-config.ts';
import type { Actor } from './kit/actor.ts';
import { story } from './kit/story.ts';

const survey: SurveyConfig = {
  afterMs: 300,
  remindAfterMs: 3_600_000,
  atMostEveryMs: 86_400_000,
  isAnonymous: false,
  lowScore: 2,
};

describe('a survey', () => {
  story(
    'asks how it went, takes the answer at one click, and tells the lead when it is bad',
    async ({ dana, ben, lea }) => {
      const words = await dana.says('The VPN is slow');
      await resolves(ben);
      const question = await dana.sees('How did it go with INC-1?', { under: words });
      expect(question.buttons).toEqual(['1 😞', '2 🙁', '3 😐', '4 🙂', '5 😀']);
      await dana.clicks('2 🙁', { under: words });
      await dana.seesBecome(question, 'Thank you. You gave INC-1 2 of 5.');
      const told = await lea.sees('Dana Employee rated INC-1 2 of 5.', { in: 'direct' });
      expect(told.text).toContain('Open the conversation');

      await dana.clicks('Add a comment', { under: words });
      await dana.fills({ 'What should we know?': 'Slow again at noon.' });
      await ben.sees('How it went, 2 of 5: Slow again at noon.', { in: '#it-triage' });
      await lea.sees(/rated INC-1 2 of 5\.[\s\S]*Slow again at noon/, { in: 'direct' });
      await lea.clicks('Reopen', { in: 'direct' });
      await lea.fills({});
      await ben.sees('State: in progress', { in: '#it-triage' });
    },
    { config: { survey } },
  );

  story(
    'is answered by the requester alone, though others see the question, and shows them no score',
    async ({ dana, ben, eve }) => {
      const words = await dana.says('The VPN is slow', { in: '#help-it', toDesk: true });
      await resolves(ben);
      const question = await eve.sees('How did it go with INC-1?', { under: words });
      await eve.clicksOn(question, '1 😞');
      await eve.sees('Only the person who needs INC-1 can say that.');
      await dana.clicks('5 😀', { under: words });
      const thanks = await eve.seesBecome(question, 'Thank you for your answer on INC-1.');
      expect(thanks.text).not.toContain('5 of 5');
    },
    { config: { survey } },
  );

  story(
    'reminds once',
    async (stage) => {
      const { dana, ben } = stage;
      const words = await dana.says('The VPN is slow');
      await resolves(ben);
      await dana.sees('How did it go with INC-1?', { under: words });
      await dana.sees('We have not heard yet how it went with INC-1', { under: words });
      await dana.clicks('4 🙂', { about: 'We have not heard yet' });
      await dana.sees('You gave INC-1 4 of 5.');
      await stage.settled();
      expect(dana.allWith('We have not heard yet')).toEqual([]);
    },
    { config: { survey: { ...survey, remindAfterMs: 300 } } },
  );

  story(
    'can be anonymous: the lead hears neither who nor which ticket',
    async ({ dana, ben, lea }) => {
      const words = await dana.says('The VPN is slow');
      await resolves(ben);
      const question = await dana.sees(/INC-1[\s\S]*Nobody learns which answer was yours/, { under: words });
      await dana.clicks('1 😞', { under: words });
      const thanks = await dana.seesBecome(question, 'Thank you. You gave INC-1 1 of 5.');
      expect(thanks.buttons).toContain('Still broken');
      const told = await lea.sees('A ticket about VPN was rated 1 of 5.', { in: 'direct' });
      expect(told.text).not.toMatch(/INC-1|Dana/);
      expect(told.buttons).toEqual([]);
      await dana.clicks('3 😐', { under: words });
      await dana.sees('You gave INC-1 3 of 5.', { under: words });
    },
    { config: { survey: { ...survey, isAnonymous: true } } },
  );
});

async function resolves(agent: Actor): Promise<void> {
  await agent.clicks('Resolve', { in: '#it-triage' });
  await agent.fills({ Note: 'More bandwidth' });
}
