import { describe, expect, it } from '@jest/globals';
import { mentionOffers } from '../../../../web/playground/talk/naming.ts';
import { signOf } from '../../../../web/playground/teams/talk/teams-emoji.ts';
import { asTyped, typedParts, withMentions } from '../../../../web/playground/teams/talk/typed-text.ts';

const people = [
  { id: 'bot', name: 'Deskhand', hint: 'the desk' },
  { id: '29:1ben', name: 'Ben Okafor', hint: 'agent' },
];
const mentions = [{ text: '<at>Ben Okafor</at>', id: '29:1ben' }];

describe('what is typed in Teams', () => {
  it.each([
    ['@Ben Okafor please look', '<@29:1ben> please look'],
    ['hi @ben, and @Deskhand!', 'hi <@29:1ben>, and <@bot>!'],
    ['write to ben@example.com', 'write to ben@example.com'],
    ['@benny is somebody else', '@benny is somebody else'],
    ['@nobody', '@nobody'],
  ])('mentions people: %s', (typed, sent) => {
    expect(withMentions(typed, people)).toBe(sent);
  });

  it('comes back in pieces: words as they were typed, and mentions', () => {
    expect(typedParts('a &lt; b, <at>Ben Okafor</at>!', mentions)).toEqual([
      { words: 'a < b, ' },
      { words: 'Ben Okafor', mentioned: '29:1ben' },
      { words: '!' },
    ]);
  });

  it('mentions nobody by letters that look like it', () => {
    expect(typedParts('<at>Ada</at>', mentions)).toEqual([{ words: '<at>Ada</at>' }]);
  });

  it('is given back for editing', () => {
    expect(asTyped({ text: '<at>Ben Okafor</at> &amp; co', mentions })).toBe('@Ben Okafor & co');
  });

  it('is completed after an @', () => {
    expect(mentionOffers('hello @oka', people)).toEqual([
      { label: 'Ben Okafor', hint: 'agent', insert: '@Ben Okafor ', from: 6 },
    ]);
    expect(mentionOffers('mail@ben', people)).toEqual([]);
  });
});

describe('a reaction', () => {
  it.each([
    ['like', '👍'],
    ['1f3ab_ticket', '🎫'],
    ['1f44b_wavinghand', '👋'],
    ['sad', '😢'],
    ['ffffff_nothing', 'ffffff_nothing'],
  ])('%s is drawn as %s', (type, sign) => {
    expect(signOf(type)).toBe(sign);
  });
});
