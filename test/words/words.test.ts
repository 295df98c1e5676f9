import { describe, expect, it } from '@jest/globals';
import { plainText } from '../../src/chat/plain-text.ts';
import type { Text } from '../../src/chat/text.ts';
import { de } from '../../src/words/de.ts';
import { en } from '../../src/words/en.ts';
import { localeFor, wordsFor } from '../../src/words/words-for.ts';

/** Phrases that are the same in both languages on purpose. */
const sameInBoth = ['ticket.priorities.P3', 'triage.guess'];

/** Every phrase by its path; functions are given a different sample for each parameter. */
function phrasesOf(words: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof words === 'function') return phrasesOf(words(...samples.slice(0, words.length)), path);
  if (typeof words === 'string' || isText(words)) return [[path, plainText(words)]];
  return Object.entries(words as object).flatMap(([key, value]) => phrasesOf(value, path ? `${path}.${key}` : key));
}

const samples = ['⟨1⟩', '⟨2⟩', '⟨3⟩', '⟨4⟩'];

function isText(words: unknown): words is Text {
  return Array.isArray(words) && words.every((span) => typeof span === 'string' || 'kind' in span);
}

const english = new Map(phrasesOf(en));
const german = new Map(phrasesOf(de));

describe('German', () => {
  it('has every phrase that English has, and no other', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
    expect(english.size).toBeGreaterThan(200);
  });

  it('translates every phrase', () => {
    const same = [...english].filter(([path, text]) => german.get(path) === text).map(([path]) => path);

    expect(same).toEqual(sameInBoth);
  });

  it('has no English word in it, and says du', () => {
    const wrong = [...german].filter(([, text]) =>
      /\b(the|and|you|your|has|is|of|for|with|this|not|yet|Sie|Ihr|Ihre|Ihnen)\b/.test(text),
    );

    expect(wrong).toEqual([]);
  });
});

describe.each([
  ['English', english],
  ['German', german],
])('%s', (_, phrases) => {
  it('leaves nothing out that a sentence is told', () => {
    for (const [path, text] of english) {
      for (const sample of samples)
        expect([path, phrases.get(path)?.includes(sample)]).toEqual([path, text.includes(sample)]);
    }
  });

  it('stays calm: no exclamation marks', () => {
    expect([...phrases.values()].filter((text) => text.includes('!'))).toEqual([]);
  });

  it('has labels that fit on a button', () => {
    for (const [path, text] of phrases) if (path.startsWith('buttons.')) expect(text.length).toBeLessThanOrEqual(140);
    for (const [path, text] of phrases) if (/^buttons\.[^.]+$/.test(path)) expect(text.length).toBeLessThanOrEqual(30);
  });
});

describe('the words that people and scripts look for', () => {
  it('stand on English buttons exactly', () => {
    const labels = [...english].filter(([path]) => /^buttons\.[^.]+$/.test(path)).map(([, text]) => text);

    expect(labels).toEqual(
      expect.arrayContaining([
        ...[
          'Claim',
          'Assign',
          'Reply',
          'Note',
          'Hold',
          'Resume',
          'Escalate',
          'Resolve',
          'Reopen',
          'Priority',
          'Cancel',
        ],
        ...["It's fixed", 'Still broken', 'Take back', 'Edit', 'Watch', 'Unwatch', 'Link', 'Merge', 'Split'],
        ...['New issue', 'Show', 'Next', 'Previous'],
      ]),
    );
  });

  it('name the states', () => {
    expect(Object.values(en.ticket.states)).toEqual([
      'new',
      'in progress',
      'on hold',
      'resolved',
      'closed',
      'cancelled',
    ]);
  });
});

describe('choosing the language', () => {
  it.each([
    ['de-AT', 'en', de, 'de-AT'],
    ['de', 'en', de, 'de'],
    ['DE_ch', 'en', de, 'de'],
    ['en-GB', 'de', en, 'en-GB'],
    ['fr-FR', 'de', de, 'de'],
    ['fr-FR', 'fr', en, 'en'],
    [undefined, 'de', de, 'de'],
    ['', '', en, 'en'],
    ['constructor', '__proto__', en, 'en'],
  ])('takes the reader (%s), else the desk (%s), else English', (locale, fallback, words, datesIn) => {
    expect(wordsFor(locale, fallback)).toBe(words);
    expect(localeFor(locale, fallback)).toBe(datesIn);
  });
});

describe('numbers in sentences', () => {
  it('take the form that the language wants', () => {
    expect([en.talk.open(1), en.talk.open(2)]).toEqual(['You have one open issue.', 'You have 2 open issues.']);
    expect([de.talk.open(1), de.talk.open(2)]).toEqual(['Du hast ein offenes Anliegen.', 'Du hast 2 offene Anliegen.']);
    expect([en.cards.watchers(1), en.cards.watchers(3)]).toEqual(['1 person', '3 people']);
  });
});
