import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { escapeMarkdown } from '../../../../adapters/teams/escape.ts';
import { cardHtml, mentionBegin, mentionEnd } from '../../../../web/playground/teams/cards/card-text.ts';

describe('the text of a card as HTML', () => {
  it.each([
    ['**State** new', '<p><strong>State</strong> new</p>'],
    ['_quiet_ and *quiet*', '<p><em>quiet</em> and <em>quiet</em></p>'],
    ['snake_case_name', '<p>snake_case_name</p>'],
    ['one\n\ntwo', '<p>one</p><p>two</p>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['3. c\n4. d', '<ol start="3"><li>c</li><li>d</li></ol>'],
    ['\\*\\*not bold\\*\\*', '<p>**not bold**</p>'],
    ['\\- no list', '<p>- no list</p>'],
    [
      '[the **log**](https://example.com/?a=1&b=2)',
      '<p><a href="https://example.com/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">the <strong>log</strong></a></p>',
    ],
    ['[x](javascript:alert)', '<p>[x](javascript:alert)</p>'],
    [`ask ${mentionBegin}Ben${mentionEnd}`, '<p>ask <span class="teams-mention">Ben</span></p>'],
    ['<img src=x onerror=alert(1)> & "co"', '<p>&lt;img src=x onerror=alert(1)&gt; &amp; &quot;co&quot;</p>'],
  ])('draws %s', (text, html) => {
    expect(cardHtml(text)).toBe(html);
  });

  it('holds no tag but its own, whatever is written', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('**', '_', '<', '>', '"', '[', '](', ')', 'https://', '\\', '- ', '1. ', '\n', '\ue002', '0'),
    );
    const own = /<\/?(p|ul|ol|li|strong|em|a|span)( (start|href|target|rel|class)="[^"<>]*")*>/g;
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(cardHtml(pieces.join('')).replace(own, '')).not.toMatch(/[<>]/);
      }),
    );
  });

  it('shows what a person typed as they typed it, once the desk has made it data', () => {
    const typed = fc.stringMatching(/^[ -~]{1,40}$/).filter((text) => text.trim() === text && !/ {2}|\{\{/.test(text));
    fc.assert(
      fc.property(typed, (text) => {
        const shown = cardHtml(escapeMarkdown(text))
          .replace(/<[^>]*>/g, '')
          .replaceAll('\u2060', '');
        const read = shown
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&');
        expect(read).toBe(text);
      }),
    );
  });
});
