import { describe, expect, it } from '@jest/globals';
import { smallTalkIn } from '../../src/triage/small-talk.ts';

const kinds = {
  greeting: [
    'hi',
    'Hello!',
    'Hey there 👋',
    'good morning everyone',
    'Hallo zusammen',
    'Guten Morgen',
    'Moin',
    'hola',
    'bonjour',
  ],
  thanks: [
    'thanks',
    'Thank you so much!',
    'thx',
    'ok thanks, it works now',
    'Danke!',
    'vielen Dank für die Hilfe',
    'merci beaucoup',
  ],
  status: [
    'status?',
    'any news?',
    "what's the status of my ticket",
    'what’s the status?',
    'Any update please',
    'Gibt es was Neues zum Stand?',
    'wie ist der Stand?',
  ],
  smallTalk: ['ok', 'lol', '👍', '?!', 'test', 'yes', 'bis dann, tschüss', 'super', 'how are you?'],
  empty: ['', '   ', '\n'],
} as const;

const issues = [
  'vpn', // one word that is no talk is an issue
  'hi, my laptop is broken',
  'thanks, but it still does not work',
  'Hallo, Drucker kaputt',
  'status page is down',
  'Danke, aber Outlook geht nicht',
  'it is broken',
  'good morning, I cannot log in',
  'test server down',
  'no sound',
  'nobody can print',
];

describe('small talk', () => {
  it.each(Object.entries(kinds).flatMap(([kind, texts]) => texts.map((text) => [text, kind])))(
    'hears %j as %s',
    (text, kind) => {
      expect(smallTalkIn(text)).toBe(kind);
    },
  );

  it.each(issues)('hears an issue in %j', (text) => {
    expect(smallTalkIn(text)).toBeUndefined();
  });
});
