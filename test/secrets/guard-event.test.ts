import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ChatEvent } from '../../src/chat/event.ts';
import { guardEvent, kindsIn } from '../../src/secrets/guard-event.ts';
import { hasHidden, hideSecrets } from '../../src/secrets/hide-secrets.ts';
import type { SecretKind } from '../../src/secrets/sensitive.ts';
import { wordsFor } from '../../src/words/words-for.ts';
import { dana, eve } from '../kit/people.ts';
import { directOf } from '../kit/recording-chat.ts';
import { ordinaryTalk, secretsSaid } from './sensitive-texts.ts';

const markIn = (language: string) => (kind: SecretKind) => wordsFor(language, language).secrets.kinds[kind].mark;
const mark = markIn('en');
const base = { id: 'e1', person: dana.ref, place: directOf(dana.ref), at: new Date(0) };
const quoted = { message: 'slack:T1/D-dana/1', text: 'password: Hunter2!x' };
const words = 'password: Hunter2!x';

const events: readonly ChatEvent[] = [
  {
    ...{ ...base, kind: 'message', change: 'edited', message: 'slack:T1/D-dana/1', thread: 'slack:T1/D-dana/1' },
    ...{ setting: 'direct', isReply: false, mentionsDesk: false, text: words, quoted },
    files: [{ ref: 'f1', name: 'password Hunter2!x.txt', mimeType: 'text/plain', bytes: 1 }],
  },
  { ...base, kind: 'command', text: words },
  { ...base, kind: 'search', text: words },
  { ...base, kind: 'form', form: 'ticket.note', value: 'INC-1', values: { note: words, isUrgent: true } },
  {
    ...{ ...base, kind: 'action', action: 'issue.raise', value: '', clickedIn: 'shortcut' },
    target: {
      ...{ message: 'slack:T1/general/1', thread: 'slack:T1/general/1', place: 'slack:T1/general' },
      ...{ author: eve.ref, isFromBot: false, text: words, files: [], at: new Date(0) },
    },
  },
];

describe('guarding an event', () => {
  it.each(events)('of kind $kind leaves no secret in any part of it', (event) => {
    const guarded = guardEvent(event, mark);

    expect(JSON.stringify(guarded)).not.toContain('Hunter2');
    expect(guarded.id).toBe('e1');
    expect(kindsIn([...(guarded.hidden ?? []), ...(guarded.hiddenOfOthers ?? [])])).toEqual(['password']);
  });

  it('tells what the person wrote from what somebody else wrote', () => {
    expect(
      events.map((event) => guardEvent(event, mark)).map(({ hidden, hiddenOfOthers }) => [hidden, hiddenOfOthers]),
    ).toEqual([
      [['password'], ['password']],
      [['password'], undefined],
      [['password'], undefined],
      [['password'], undefined],
      [undefined, ['password']],
    ]);
  });

  it('gives the very same event where there is nothing to hide', () => {
    for (const text of ordinaryTalk) {
      const event = { ...base, kind: 'command', text } as const;
      expect(guardEvent(event, mark)).toBe(event);
    }
  });

  it.each([
    ['secret Hunter', 'secret'],
    ['secret horse staple', 'secret'],
    ['secret INC-42', 'secret INC-42'],
    ['secret santa page is down', 'secret santa page is down'],
    ['secret', 'secret'],
  ])('takes a secret for none of a command’s words: %s', (text, left) => {
    expect(guardEvent({ ...base, kind: 'command', text }, mark)).toMatchObject({ text: left });
  });
});

describe('hiding secrets', () => {
  it.each(['en', 'de'])(
    'leaves none whole, says that it has, and finds nothing more in its own marks (%s)',
    (language) => {
      fc.assert(
        fc.property(fc.array(secretsSaid, { minLength: 1, maxLength: 3 }), (all) => {
          const once = hideSecrets(all.map(({ text }) => text).join('\n'), markIn(language));
          for (const { secret } of all) expect(once.text).not.toContain(secret);
          expect(hasHidden(once.text)).toBe(true);
          expect(hideSecrets(once.text, markIn(language))).toEqual({ text: once.text, kinds: [] });
        }),
        { numRuns: 500 },
      );
    },
  );
});
