import { describe, expect } from '@jest/globals';
import type { Sight } from './kit/stage.ts';
import { story } from './kit/story.ts';

/** What somebody types who would like to wake everybody, and what a careless desk would make of it. */
const loud =
  '<!channel> <!here> @channel @everyone <@U0EVE> &lt;!channel&gt; *bold* <http://evil.example|bank> <at>Eve</at>';

describe('whatever people type', () => {
  story('pings nobody, wherever the desk repeats it', async (stage) => {
    const { dana, ben } = stage;
    const words = await dana.says(`vpn down ${loud}`);
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    await dana.says(`and more ${loud}`, { under: words });
    await ben.clicks('Reply', { in: '#it-triage' });
    await ben.fills({ Reply: `my answer ${loud}` });
    await ben.clicks('Note', { in: '#it-triage' });
    await ben.fills({ Note: `my note ${loud}` });
    await ben.clicks('Edit', { in: '#it-triage' });
    await ben.fills({ Title: `my title ${loud}` });
    await ben.seesBecome(card, 'my title');
    await dana.commands(`by command ${loud}`);
    await dana.commands(`find ${loud}`);
    await dana.asksForForm();
    await dana.fills({ 'What is the matter?': `by form ${loud}` });
    await ben.sees('by form', { in: '#it-triage' });
    await ben.clicks('Resolve', { about: 'my title' });
    await ben.fills({ Note: `my solution ${loud}` });
    await dana.sees('my solution', { under: words });
    await stage.settled();

    const pinged = stage.posted().flatMap(({ pings }) => pings);
    expect(pinged.filter((name) => !['dana', 'ben'].includes(name))).toEqual([]);
    const wordsOfPeople = [...stage.posted(), ...dana.all({ isPrivate: true })].filter(({ text }) =>
      text.includes('@channel'),
    );
    expect(wordsOfPeople.length).toBeGreaterThanOrEqual(8);
    for (const sight of wordsOfPeople) expect(sight.text).toContain('@everyone');
  });

  story('and is kept and read whole, 40,000 characters long', async (stage) => {
    const { dana, ben } = stage;
    const long = `The VPN is slow. ${numbered(40_000)}`;
    const words = await dana.says(long);
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    expect(card.text).toContain('Cut here. The whole text is in the thread.');
    await stage.settled();
    expect((await stage.desk.ticketStore.find('INC-1'))?.description).toBe(long);
    expect(missingFrom(ben.all({ under: card }), long)).toEqual([]);

    const more = `And more: ${numbered(40_000)}`;
    const reply = await dana.says(more, { under: words });
    await ben.sees('And more', { under: card });
    await stage.settled();
    expect(missingFrom(ben.all({ under: card }), more)).toEqual([]);

    await dana.edits(reply, 'Never mind');
    await ben.sees(/edited\nNever mind/, { under: card });
    await stage.settled();
    expect(missingFrom(ben.all({ under: card }), long)).toEqual([]);
    expect(ben.allWith('And more', { under: card })).toEqual([]);
  });
});

describe('files', () => {
  story('reach the agents, those of the first message included', async (stage) => {
    const { dana, ben } = stage;
    const words = await dana.says('The VPN shows this', { files: [{ name: 'screen.txt', content: 'error 42' }] });
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    expect(card.text).toContain('screen.txt');
    await stage.settled();
    expect(await opened(ben.all({ under: card, by: 'desk' }))).toEqual([{ name: 'screen.txt', content: 'error 42' }]);

    await dana.says('And this', { under: words, files: [{ name: 'later.txt', content: 'error 43' }] });
    await ben.sees('And this', { under: card });
    await stage.settled();
    const names = ben.all({ under: card, by: 'desk' }).flatMap(({ files }) => files.map(({ name }) => name));
    expect(names).toEqual(['screen.txt', 'later.txt']);
  });

  story(
    'reach the requester with the words that are sent to them',
    async (stage) => {
      const { dana, ben } = stage;
      const words = await dana.says('The VPN is slow');
      const card = await ben.sees('INC-1', { in: '#it-triage' });
      const profile = { name: 'vpn.ovpn', content: 'remote x' };
      const note = await ben.says('Use this profile', { under: card, files: [profile] });
      expect(note.files).toHaveLength(1);
      await ben.clicks('Send to Dana', { isPrivate: true });
      await dana.sees('Use this profile', { under: words });
      await stage.settled();
      expect(await opened(dana.all({ under: words, by: 'desk' }))).toEqual([profile]);
    },
    {
      notForAgents: {
        Teams:
          'A file that is shared in a channel lies with the team, and Teams tells no bot of it. A pasted picture is carried.',
      },
    },
  );

  story('alone raise an issue', async ({ dana, ben }) => {
    await dana.says('', { files: [{ name: 'error.png', content: 'png' }] });
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    expect(card.text).toContain('error.png');
  });
});

describe('second thoughts', () => {
  story('about the first words change the ticket, and so does taking them back', async (stage) => {
    const { dana, ben } = stage;
    const words = await dana.says('The VPM is slow', { in: '#help-it' });
    const card = await ben.sees('The VPM is slow', { in: '#it-triage' });
    await dana.edits(words, 'The VPN in Berlin is slow');
    await ben.seesBecome(card, 'INC-1 The VPN in Berlin is slow');
    await dana.takesBack(words);
    await ben.seesBecome(card, 'The author has deleted the message.');
    await stage.settled();
    expect(await stage.desk.ticketStore.find('INC-2')).toBeUndefined();
  });

  story('about a reply change its copy, both ways', async (stage) => {
    const { dana, ben } = stage;
    const words = await dana.says('The VPN is slow');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    const reply = await dana.says('since Mondey', { under: words });
    const copy = await ben.sees('since Mondey', { under: card });
    await dana.edits(reply, 'since Monday');
    await ben.seesBecome(copy, /edited.*\nsince Monday/);
    await dana.takesBack(reply);
    await ben.seesBecome(copy, 'The author has deleted this message.');
    expect(ben.allWith('Monday', { under: card })).toEqual([]);

    const note = await ben.says('Try port 80', { under: card });
    await ben.clicks('Send to Dana', { isPrivate: true });
    const answer = await dana.sees('Try port 80', { under: words });
    await ben.edits(note, 'Try port 443');
    await dana.seesBecome(answer, 'Try port 443');
    await ben.takesBack(note);
    await dana.seesBecome(answer, 'The author has deleted this message.');
  });
});

/** The files of what somebody sees, with what is in them. */
async function opened(sights: readonly Sight[]) {
  const files = sights.flatMap((sight) => sight.files);
  return Promise.all(files.map(async ({ name, content }) => ({ name, content: await content() })));
}

/** Words with a number every fifty characters, by which a missing piece is noticed. */
function numbered(length: number): string {
  let text = '';
  for (let at = 0; text.length < length; at += 1) text += `[mark ${at}] the quick brown fox & the <lazy> dog; `;
  return text.slice(0, length);
}

/** The pieces of a text that nobody finds below the authors' lines of what they see, wherever it was cut. */
function missingFrom(sights: readonly Sight[], text: string): readonly string[] {
  const read = sights.map(({ text }) => text.split('\n').slice(1).join('')).join('');
  return (text.match(/\[mark \d+\]/g) ?? []).filter((mark) => !read.includes(mark));
}
