import { describe, expect } from '@jest/globals';
import { aConfig } from '../kit/a-config.ts';
import { story } from './kit/story.ts';

/** Nothing that the rules say is sure enough to be set. */
const { assistant } = aConfig();
const confidence = { ...assistant.triage.confidence, service: 0.95 };
const unsure = { assistant: { ...assistant, triage: { ...assistant.triage, confidence } } };

describe('an issue that the desk is not sure of', () => {
  story(
    'is suggested to the agents, one of whom says yes',
    async ({ dana, ben, nia }) => {
      await dana.says('The wlan is gone upstairs');
      const card = await ben.sees('INC-1', { in: '#it-triage' });
      await ben.seesBecome(card, /Looks like: Wi-Fi \(85 %\)/);
      expect(card.buttons).toEqual(expect.arrayContaining(['Yes', 'Change']));

      await ben.clicks('Yes');

      await ben.seesBecome(card, 'INC-1 has moved to Network.');
      const theirs = await nia.sees('INC-1', { in: '#network-triage' });
      expect(theirs.text).toContain('Service: Wi-Fi');
      expect(theirs.text).not.toContain('Looks like');
    },
    { config: unsure },
  );

  story(
    'is something else, says an agent',
    async ({ dana, ben }) => {
      await dana.says('The wlan is gone upstairs');
      const card = await ben.sees(/Looks like: Wi-Fi/, { in: '#it-triage' });

      await ben.clicks('Change');
      await ben.fills({ Service: 'VPN' });

      await ben.seesBecome(card, /Service: VPN/);
      expect(ben.now(card.id)?.text).not.toContain('Looks like');
    },
    { config: unsure },
  );
});

describe('an issue that says nothing', () => {
  story('is asked about, one thing after the other, with buttons', async (stage) => {
    const { dana, ben } = stage;
    await dana.says('it does not work');
    const what = await dana.sees('INC-1: what is it about?');
    expect(what.buttons).toEqual(['VPN', 'Wi-Fi', 'Something else']);

    await dana.clicksOn(what, 'VPN');
    await dana.seesBecome(what, 'INC-1: noted. VPN');
    const who = await dana.sees('INC-1: who is affected?');
    await dana.clicksOn(who, 'Everyone');
    const card = await ben.sees(/Service: VPN/, { in: '#it-triage' });
    await ben.seesBecome(card, /Impact: everyone or a whole site/);
    await dana.sees('INC-1: since when?');

    await ben.clicks('Claim');
    await stage.settled();
    expect(dana.allWith('INC-1: since when?')).toHaveLength(1);
  });
});

describe('somebody who wants a person', () => {
  story('gets one', async ({ dana, ben }) => {
    await dana.says('hand me to a human');
    await dana.sees('a person from IT support comes to you here.');
    await ben.sees('Wants to talk to a person', { in: '#it-triage' });
  });
});
