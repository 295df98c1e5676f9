import { describe, expect, it } from '@jest/globals';
import { readAct } from '../../../playground/page/acts.ts';

describe('reading an act', () => {
  it('takes what the page sends', () => {
    const act = { do: 'say', as: 'U0DANA', channel: 'C0GENERAL', text: 'hello' };
    expect(readAct(act)).toEqual({ act });
  });

  it.each([
    ['no act', undefined, 'the body'],
    ['an act that nobody knows', { do: 'fly', as: 'U0DANA' }, 'do'],
    ['nobody who acts', { do: 'open home' }, 'as'],
    ['a message that is no message', { do: 'delete', as: 'U0DANA', channel: 'C0', ts: '../..' }, 'ts'],
    ['a text that Slack would cut', { do: 'say', as: 'U0', channel: 'C0', text: 'x'.repeat(40_001) }, '40000'],
    ['a field that means nothing', { do: 'open home', as: 'U0', admin: true }, 'admin'],
    ['a command that is none', { do: 'command', as: 'U0', channel: 'C0', command: 'rm', text: '' }, 'command'],
    ['an emoji that is none', { do: 'react', as: 'U0', channel: 'C0', ts: '1.000001', emoji: '<b>' }, 'emoji'],
    [
      'a file that is no base64',
      { do: 'say', as: 'U0', channel: 'C0', text: '', files: [{ name: 'a', base64: '%%%' }] },
      'files.0.base64',
    ],
  ])('refuses %s and names it', (_, body, named) => {
    expect(readAct(body)).toEqual({ problem: expect.stringContaining(named) });
  });
});
