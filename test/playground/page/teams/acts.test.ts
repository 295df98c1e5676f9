import { describe, expect, it } from '@jest/globals';
import { readTeamsAct } from '../../../../playground/page/teams/acts.ts';

const say = { do: 'say', as: '29:1dana', place: 'a:1chat', text: 'hello' };
const click = { do: 'click', as: '29:1dana', place: 'a:1chat', post: '1', path: '/0/actions/0' };

describe('reading an act in Teams', () => {
  it.each([
    say,
    { ...say, place: '19:abc@thread.tacv2', thread: '1795534502828', quotes: '1' },
    { ...click, path: '/0/body/3/actions/1/card/actions/0', values: { note: 'done', confidential: true } },
    { do: 'react', as: '29:1dana', place: 'a:1chat', post: '1', reaction: '1f3ab_ticket' },
  ])('takes what the page sends: $do', (act) => {
    expect(readTeamsAct(act)).toEqual({ act });
  });

  it.each([
    ['no act', undefined, 'the body'],
    ['an act that nobody knows', { do: 'fly', as: '29:1dana' }, 'do'],
    ['nobody who acts', { do: 'close' }, 'as'],
    ['a message that is no message', { ...click, post: '../..' }, 'post'],
    ['a text that Teams would not take', { ...say, text: 'x'.repeat(28_001) }, '28000'],
    ['a field that means nothing', { do: 'close', as: '29:1dana', admin: true }, 'admin'],
    ['a place in a card that is none', { ...click, path: '../secret' }, 'path'],
    ['a reaction that is none', { ...click, do: 'react', path: undefined, reaction: '<b>' }, 'reaction'],
    ['a card that is none', { ...say, cards: ['card'] }, 'cards.0'],
    ['a file that is no base64', { ...say, files: [{ name: 'a', base64: '%%%' }] }, 'files.0.base64'],
  ])('refuses %s and names it', (_, body, named) => {
    expect(readTeamsAct(body)).toEqual({ problem: expect.stringContaining(named) });
  });
});
