import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blocksOf } from '../../src/knowledge/blocks.ts';
import { headingsOf, passagesOf } from '../../src/knowledge/passages.ts';

const line = fc.oneof(
  fc.constantFrom('', '  ', '# One', '### Three ###', '**Bold one**', 'Under', '=====', '---', '```', '~~~', '- item'),
  fc.constantFrom(
    '1. first',
    '   deeper',
    '| a | b |',
    'Do this:',
    '> quoted',
    '\t',
    '#no heading',
    '**not** a heading',
  ),
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('A sentence of words.', 'Another one!', 'Is it so?'), { minLength: 5, maxLength: 60 })
    .map((all) => all.join(' ')),
);
const anyMarkdown = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'));

describe('cutting Markdown into passages', () => {
  it('loses no text and tells where each stands', () => {
    fc.assert(
      fc.property(anyMarkdown, (body) => {
        const headings = blocksOf(body).filter((block) => block.is === 'heading');
        const ranges = [...headings, ...passagesOf(body)].sort((one, other) => one.start - other.start);
        let at = 0;
        let between = '';
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(at);
          between += body.slice(at, start);
          at = end;
        }
        expect((between + body.slice(at)).trim()).toBe('');
        for (const { text, start, end } of passagesOf(body)) expect(body.slice(start, end)).toBe(text);
      }),
    );
  });

  it('gives each passage the headings that it stands under', () => {
    const body = '# Mail\n\nIntro.\n\n## Phone\n\n**Step 1: Open**\n\nTap it.\n\nLaptop\n------\nClick it.\n';

    expect(passagesOf(body).map(({ headings, text }) => [headings, text])).toEqual([
      [['Mail'], 'Intro.'],
      [['Mail', 'Phone', 'Step 1: Open'], 'Tap it.'],
      [['Mail', 'Laptop'], 'Click it.'],
    ]);
    expect(headingsOf(body)).toEqual(['Mail', 'Phone', 'Step 1: Open', 'Laptop']);
  });

  it('keeps a list whole, with the line that leads to it', () => {
    const list = Array.from(
      { length: 30 },
      (_, step) => `${step + 1}. Press the button of step ${step + 1}.\n\n   Wait for it.`,
    );
    const body = `Do the following:\n\n${list.join('\n\n')}\n\nThen you are done.`;

    expect(passagesOf(body).map(({ text }) => text)).toEqual([
      `Do the following:\n\n${list.join('\n\n')}`,
      'Then you are done.',
    ]);
  });

  it('keeps code whole, whatever stands in it', () => {
    const code = `\`\`\`sh\n# no heading\n\n- no list\n${'echo on and on\n'.repeat(60)}\`\`\``;

    expect(passagesOf(`# Run\n${code}\n\n${'After it. '.repeat(60)}`)[0]).toMatchObject({
      headings: ['Run'],
      text: code,
    });
  });

  it('cuts long prose between sentences', () => {
    const body = Array.from({ length: 40 }, (_, at) => `Sentence ${at} has a few words of its own.`).join(' ');
    const passages = passagesOf(body);

    expect(passages.length).toBeGreaterThan(2);
    for (const { text } of passages) expect(text).toMatch(/^Sentence .*\.$/);
    expect(passages.map(({ text }) => text).join(' ')).toBe(body);
  });
});
