import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readArticleFields } from '../../src/knowledge/article-fields.ts';
import { readFrontMatter } from '../../src/knowledge/front-matter.ts';
import { htmlToMarkdown } from '../../src/knowledge/html-to-markdown.ts';

describe('HTML as Markdown', () => {
  it('keeps headings, paragraphs, lists, code and tables', () => {
    const html = `<html><head><title>Print &amp; scan</title><style>p { color: red }</style></head><body>
      <h1>Print</h1><p>Use the <b>big</b>
      printer&nbsp;&#8211; it&#x2019;s free.</p>
      <ol><li>Open</li><li>Close<ul><li>slowly</li></ul></li></ol>
      <pre>net use
  \\\\print</pre><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table></body></html>`;

    expect(htmlToMarkdown(html)).toEqual({
      title: 'Print & scan',
      body: [
        '# Print\n\nUse the big printer – it’s free.\n\n1. Open\n2. Close\n   - slowly',
        '```\nnet use\n  \\\\print\n```\n\n| a | b |\n| 1 | 2 |',
      ].join('\n\n'),
    });
  });

  it('leaves out what a page does, and never lets it come back as a tag of its own', () => {
    const html =
      '<p onclick="x()">Hi<script>alert("<p>no</p>")</script> <img src=x onerror=y()><!-- <b>no</b> -->there</p>';

    expect(htmlToMarkdown(html)).toEqual({ title: undefined, body: 'Hi there' });
    expect(htmlToMarkdown('1 < 2 and <b>3 > 2').body).toBe('1 < 2 and 3 > 2');
  });

  it('takes its title from the first heading where none is named', () => {
    expect(htmlToMarkdown('<h2>Scan <i>it</i></h2><p>So.</p>').title).toBe('Scan it');
  });

  it('takes any text', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('<', '</', '<p', '<!--', '-->', '<script>', '<h1>', '</ol>', '&#0;', '<li>', '<pre>'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(typeof htmlToMarkdown(pieces.join('')).body).toBe('string');
      }),
    );
  });
});

describe('front matter', () => {
  it('is told from the body', () => {
    const { fields, body, fault } = readFrontMatter(
      '---\r\ntitle: "VPN: how"\r\nreviewOn: 2026-03-31\r\n---\r\n# Hi\r\n\r\n---\r\nend\r\n',
    );

    expect(fault).toBeUndefined();
    expect([...fields]).toEqual([
      ['title', 'VPN: how'],
      ['reviewOn', '2026-03-31'],
    ]);
    expect(body).toBe('# Hi\n\n---\nend');
  });

  it('may be missing', () => {
    expect(readFrontMatter('# Hi\n')).toEqual({ fields: new Map(), body: '# Hi' });
    expect(readFrontMatter('---\n---\nHi')).toEqual({ fields: new Map(), body: 'Hi' });
  });

  it.each([
    ['---\ntitle: VPN\nowner: [a\n---\nx', 3],
    ['---\n- a\n---\nx', 2],
  ])('that cannot be read is a fault with its line: %j', (text, line) => {
    const { fault } = readFrontMatter(text);
    expect(fault?.problem).toMatch(/\S/);
    expect(fault?.line).toBeGreaterThanOrEqual(line);
  });
});

describe('the fields of an article', () => {
  const cells = (facts: Readonly<Record<string, string>>) =>
    new Map(Object.entries({ title: 'VPN', body: 'Open it.', ...facts }));

  it('have readable defaults', () => {
    expect(readArticleFields(cells({}))).toEqual({
      text: { title: 'VPN', body: 'Open it.', state: 'published', audience: 'public' },
    });
  });

  it('are read as they are meant', () => {
    const facts = {
      state: 'Draft',
      audience: 'agents',
      language: 'de-AT',
      service: 'vpn',
      owner: 'Ben@example.com',
      reviewOn: '2026-02-28',
    };

    expect(readArticleFields(cells(facts))).toMatchObject({
      text: { ...facts, state: 'draft', language: 'de', owner: 'ben@example.com' },
    });
  });

  it('are refused when they mean nothing, each with advice', () => {
    const facts = {
      title: '',
      state: 'open',
      audience: 'all',
      language: 'xx',
      owner: 'ben',
      reviewOn: '2026-02-30',
      body: 'x'.repeat(100_001),
    };
    const read = readArticleFields(cells(facts));

    expect('faults' in read ? read.faults.map(({ column }) => column).toSorted() : []).toEqual(
      Object.keys(facts).toSorted(),
    );
    for (const { advice } of 'faults' in read ? read.faults : []) expect(advice).toMatch(/\S/);
  });
});

describe('pathological pages', () => {
  it('do not blow up lists that are opened again and again', () => {
    const { body } = htmlToMarkdown(`${'<ul>'.repeat(5000)}<li>deep</li>`);

    expect(body.length).toBeLessThan(100);
    expect(body).toMatch(/- deep$/);
  });
});
