import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LexicalIndex } from '../../src/knowledge/lexical-index.ts';
import { isOneEditApart } from '../../src/knowledge/one-edit.ts';
import { ourArticles } from './our-articles.ts';
import { answerable } from './our-questions.ts';

const index = new LexicalIndex(ourArticles);
const found = (question: string, of = index) => of.search(question).articles.map(({ article }) => article.id);

describe('searching articles', () => {
  it.each(answerable)('finds %s first for: %s', (id, question) => {
    expect(found(question)[0]).toBe(id);
  });

  it.each([
    ['other forms of a word', 'locked accounts', 'password'],
    ['one wrong letter in a long word', 'suspisious mail', 'phish'],
    ['two letters in turn', 'vuocher', 'wifi'],
    ['parts of a German compound', 'Treiber', 'teilzeit-drucker'],
    ['compounds of which the articles know the parts', 'Softwarecentertreiber', 'teilzeit-drucker'],
    ['umlauts written as two letters', 'Fuehrungskraft bestaetigt', 'zeit'],
    ['common synonyms', 'wlan', 'wifi'],
    ['synonyms across languages', 'kennwort zurücksetzen', 'password'],
  ])('understands %s', (_, question, id) => {
    expect(found(question)).toContain(id);
  });

  it('knows the synonyms it is given, phrases too', () => {
    const article = { id: 'cd', title: 'The Phoenix client', body: 'Install the Phoenix client from the portal.' };
    const taught = new LexicalIndex([...ourArticles, article], [['phoenix', 'crm', 'customer tool']]);

    expect(found('crm', index)).toEqual([]);
    expect(found('crm', taught)[0]).toBe('cd');
    expect(found('where is the customer tool', taught)[0]).toBe('cd');
  });

  it('puts a word in the title above the same word in the body', () => {
    const [title, body] = [
      { id: 'title', title: 'Scanner', body: 'How it works is told here, in some words.' },
      { id: 'body', title: 'Devices', body: 'The scanner works as is told here, in some words.' },
    ];

    expect(found('scanner', new LexicalIndex([body, title]))).toEqual(['title', 'body']);
  });

  it('gives no more than it is asked for, the best first', () => {
    const scores = index.search('outlook printer password network', 3).articles.map(({ score }) => score);

    expect(scores).toHaveLength(3);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
  });

  it('takes any question, and none that is empty', () => {
    expect(found('')).toEqual([]);
    expect(new LexicalIndex([]).search('printer').articles).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (question) => {
        for (const { score } of index.search(question).articles) expect(score).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });
});

describe('words that are one edit apart', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 8, maxLength: 12 });

  it('are so whichever comes first', () => {
    fc.assert(fc.property(word, word, (one, other) => isOneEditApart(one, other) === isOneEditApart(other, one)));
  });

  it('are those with a letter more, another, or two in turn', () => {
    fc.assert(
      fc.property(word, fc.nat(7), (text, at) => {
        const [before, letter, after] = [text.slice(0, at), text[at] ?? '', text.slice(at + 1)];
        expect(isOneEditApart(text, `${before}x${letter}${after}`)).toBe(true);
        expect(isOneEditApart(text, `${before}x${after}`)).toBe(true);
        const swapped = `${before}${after[0] ?? ''}${letter}${after.slice(1)}`;
        expect(isOneEditApart(text, swapped)).toBe(text !== swapped);
      }),
    );
  });

  it.each([
    ['mail', 'main'],
    ['dress', 'press'],
    ['printer', 'printer'],
    ['password', 'passwoooord'],
  ])('are not: %s, %s', (one, other) => {
    expect(isOneEditApart(one, other)).toBe(false);
  });
});
