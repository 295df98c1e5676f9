import { describe, expect } from '@jest/globals';
import { story } from './kit/story.ts';

describe('an issue comes in', () => {
  story(
    'by words in a channel that the desk listens to, and is answered in their thread',
    async ({ dana, eve, ben }) => {
      const words = await dana.says('The wifi on the third floor is gone', { in: '#help-it' });
      const own = await dana.sees('INC-1', { in: '#help-it', under: words });
      expect(own.buttons).toEqual(['Cancel']);
      expect(eve.allWith('INC-1', { under: words })).toHaveLength(1);
      expect(ben.allWith('INC-1', { in: '#it-triage' })).toEqual([]);
    },
  );

  story('by calling the desk in any channel', async ({ dana, ben }) => {
    const words = await dana.says('the tunnel has no exit', { in: '#general', toDesk: true });
    await dana.sees('INC-1', { under: words });
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    expect(card.text).toContain('The tunnel has no exit');
  });

  story('by the reaction on somebody’s message, in their name', async ({ dana, eve, ben }) => {
    const words = await eve.says('My vpn is broken again, sigh', { in: '#general' });
    await dana.marksAsIssue(words);
    await eve.sees('INC-1', { under: words });
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    expect(card.text).toContain('Eve Employee, raised by Dana Employee');
    await dana.sees('Raised for Eve Employee', { isPrivate: true });
  });

  story('by "Raise as issue" on somebody’s message, once', async (stage) => {
    const { dana, cem, eve, ben } = stage;
    const words = await eve.says('My vpn is broken again, sigh', { in: '#general' });
    await cem.raises(words);
    await eve.sees('INC-1', { under: words });
    await ben.sees('Eve Employee, raised by Cem Agent', { in: '#it-triage' });
    await dana.raises(words);
    await dana.sees('This has been raised before', { isPrivate: true });
    await stage.settled();
    expect(await stage.desk.ticketStore.find('INC-2')).toBeUndefined();
  });

  story('by calling the desk under somebody’s message', async ({ dana, eve, ben }) => {
    const words = await eve.says('My vpn is broken again, sigh', { in: '#general' });
    await dana.says('', { under: words, toDesk: true });
    await eve.sees('INC-1', { under: words });
    await ben.sees('Eve Employee, raised by Dana Employee', { in: '#it-triage' });
  });

  story(
    'by a command with words, and is talked about directly',
    async ({ dana, eve, ben }) => {
      await dana.commands('my VPN asks for a token', '#general');
      await dana.sees('Raised. IT support has it now.', { isPrivate: true });
      const own = await dana.sees('INC-1 My VPN asks for a token', { in: 'direct' });
      const card = await ben.sees('INC-1', { in: '#it-triage' });
      await dana.says('It is the blue token', { under: own });
      await ben.sees('It is the blue token', { under: card });
      expect(eve.allWith('token')).toEqual([]);
    },
    { not: { Teams: 'Teams has no slash commands; _New issue_ of the message extension asks by the form.' } },
  );

  story('by the form, with what it says of service and urgency', async ({ dana, ben }) => {
    await dana.asksForForm();
    await dana.fills({
      'What is the matter?': 'Nothing loads',
      'What is it about?': 'VPN',
      'How much does it stop you?': 'work has stopped',
    });
    await dana.sees('INC-1 Nothing loads', { in: 'direct' });
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    expect(card.text).toContain('Service: VPN');
    expect(card.text).toContain('Urgency: work has stopped');
  });

  story('by a command without words, which asks by the form', async ({ dana }) => {
    await dana.commands('', '#general');
    await dana.fills({ 'What is the matter?': 'The beamer hums' });
    await dana.sees('INC-1 The beamer hums', { in: 'direct' });
  });

  story(
    'from the home page, which then lists it',
    async ({ dana }) => {
      await dana.opensHome();
      await dana.clicks('New issue', { in: 'home' });
      await dana.fills({ 'What is the matter?': 'The beamer hums' });
      await dana.sees('INC-1 The beamer hums', { in: 'direct' });
      await dana.opensHome();
      await dana.sees('INC-1 The beamer hums · new', { in: 'home' });
    },
    { not: { Teams: 'A bot in Teams draws no home page; `mine` and _New issue_ give the same.' } },
  );
});

describe('what is no issue', () => {
  story('opens nothing and gets a fitting answer', async (stage) => {
    const { dana } = stage;
    await dana.says('Good morning!');
    await dana.sees('Tell me what is the matter');
    await dana.says('thanks a lot');
    await dana.sees('You are welcome');
    await dana.says('any news on my ticket?');
    await dana.sees('You have no open issues');
    await dana.says('hello everyone', { in: '#help-it' });
    await dana.sees('Hello. Tell me', { isPrivate: true });
    await stage.settled();
    expect(await stage.desk.ticketStore.find('INC-1')).toBeUndefined();
  });

  story('is other people’s talk in a channel where only the reaction counts', async (stage) => {
    const { dana } = stage;
    const words = await dana.says('the vpn was slow yesterday', { in: '#general' });
    await dana.says('but it is fine now', { under: words });
    await stage.settled();
    expect(stage.posted()).toEqual([]);
  });
});

describe('a list', () => {
  story('shows one’s own issues, what is found, one ticket whole, and help', async ({ dana, ben }) => {
    await dana.says('The VPN is slow');
    await ben.sees('INC-1', { in: '#it-triage' });
    await dana.commands('mine', '#general');
    await dana.sees(/My issues\n.*INC-1 The VPN is slow/, { isPrivate: true });
    await ben.commands('find slow vpn', '#general');
    await ben.sees(/Found for "slow vpn"\n.*INC-1/, { isPrivate: true });
    await ben.commands('show INC-1', '#general');
    await ben.sees(/Conversation\n.*\nHistory\n.*Dana Employee raised it/s, { isPrivate: true });
    await ben.commands('help', '#general');
    await ben.sees(/Commands\n.* find and some words/s, { isPrivate: true });
  });
});
