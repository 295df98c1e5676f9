import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { languageOf } from '../../src/knowledge/languages.ts';
import { folded, termsIn, termsOf, wordsOf } from '../../src/knowledge/words-of.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        'e-mail',
        'Müller’s',
        'VPN',
        ' ',
        '-',
        "l'écran",
        '東京',
        '\n',
        '0x80',
        'ß',
        'a\u0301',
        '…',
        '🙂',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('the words of a text', () => {
  it('stand where they say, in order, and leave no letter or digit out', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0;
        let between = '';
        for (const { text: word, start, end } of wordsOf(text)) {
          expect(text.slice(start, end)).toBe(word);
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          between += text.slice(at, start);
          at = end;
        }
        expect(between + text.slice(at)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });

  it('hold short first parts and what follows them together', () => {
    expect(wordsOf('Wi-Fi, e-mail or the print-queue').map(({ text }) => text)).toEqual([
      ...['Wi-Fi', 'e-mail', 'or', 'the', 'print', 'queue'],
    ]);
  });

  it('fold to lower case without accents, apostrophes and elided articles', () => {
    expect(['L’Écran', "user's", 'Straße', 'E-Mail', 'ﬁle'].map(folded)).toEqual([
      ...['ecran', 'user', 'strasse', 'email', 'file'],
    ]);
  });
});

describe('the terms of a word', () => {
  it.each([
    ['en', 'connecting', 'connected'],
    ['en', 'printers', "printer's"],
    ['de', 'Drucker', 'Druckern'],
    ['de', 'Häuser', 'Haeuser'],
    ['es', 'contraseñas', 'contraseña'],
    ['fr', 'imprimantes', "l'imprimante"],
    ['pt', 'impressoras', 'impressora'],
  ] as const)('are the same for its forms: %s %s, %s', (language, one, other) => {
    expect(termsOf(one, language)).toEqual(termsOf(other, language));
  });

  it('meet those of a word that was typed without its accents', () => {
    const typed = termsOf('configuracao', 'pt');
    expect(termsOf('configuração', 'pt')).toEqual(expect.arrayContaining([...typed]));
  });

  it('are none for function words of any language', () => {
    expect(termsIn('How do I … und wie kann ich das, ¿cómo puedo?', 'en')).toEqual([]);
  });

  it('are pairs of letters where no spaces stand between words', () => {
    expect(termsOf('東京駅', 'en')).toEqual(['東京', '京駅']);
  });

  it('are never empty text and always the same', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('en', 'de', 'fr'), (text, language) => {
        const terms = termsIn(text, language);
        expect(terms).not.toContain('');
        expect(termsIn(text, language)).toEqual(terms);
      }),
    );
  });
});

describe('the language of a text', () => {
  it.each([
    ['en', 'Open the flap and pull the sheet out of it'],
    ['de', 'Die Klappe öffnen und das Papier nicht mit der Hand herausziehen'],
    ['es', 'Abra la tapa y saque el papel con cuidado para que no se rompa'],
    ['fr', 'Ouvrez le capot et retirez la feuille dans le sens de la flèche'],
    ['pt', 'Abra a tampa e puxe a folha para fora com as duas mãos'],
  ])('is told by its function words: %s', (language, text) => {
    expect(languageOf(wordsOf(text).map((word) => folded(word.text)))).toBe(language);
  });

  it('is the one that was named when there are none', () => {
    expect(languageOf(['outlook'], 'de')).toBe('de');
  });
});
