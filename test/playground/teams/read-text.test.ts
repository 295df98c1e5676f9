import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readMarkdown, readTyped } from '../../../playground/teams/cards/read-text.ts';

describe('a text of a card', () => {
  it.each([
    ['**INC-1** is _down_', 'INC-1 is down'],
    ['\\*\\*INC\\_1\\*\\* 2\\. [x\\]', '**INC_1** 2. [x]'],
    ['see [the page](https://example.com/a_b_c)', 'see the page'],
    ['due {{DATE(2026-03-02T08:30:00Z, SHORT)}} {{TIME(2026-03-02T08:30:00Z)}}', 'due 2026-03-02 08:30'],
    ['snake_case_name stays, 2 * 3 * 4 too', 'snake_case_name stays, 2 * 3 * 4 too'],
    ['one\n\ntwo', 'one\ntwo'],
    ['<\u2060at>Ben</at> is nobody', '<at>Ben</at> is nobody'],
  ])('%j is read as %j', (text, read) => {
    expect(readMarkdown(text)).toBe(read);
  });

  it('shows mentions by name, and only those', () => {
    expect(readMarkdown('<at>Ben</at> and <at>Eve</at>', ['<at>Ben</at>'])).toBe('Ben and <at>Eve</at>');
  });

  it('shows everything that is escaped as it was', () => {
    const line = fc.stringMatching(/^[ -~]{0,40}$/);
    fc.assert(
      fc.property(line, (typed) => readMarkdown(typed.replace(/[!-/:-@[-`{-~]/g, '\\$&')) === typed),
      { numRuns: 200 },
    );
  });
});

describe("a person's words", () => {
  it('are read as they were typed, mentions by name', () => {
    expect(readTyped('<at>Deskhand</at> a &lt;b&gt; &amp;lt; c')).toBe('Deskhand a <b> &lt; c');
  });
});
