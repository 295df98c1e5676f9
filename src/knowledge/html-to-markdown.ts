export interface ConvertedHtml {
  /** Of the `title` element, or else the first heading. */
  readonly title: string | undefined;
  readonly body: string;
}

/**
 * The text of an HTML page as Markdown: headings, paragraphs, lists, code and rows of tables. Links, pictures and whatever a
 * page can do are left out. It reads tags one after the other and so takes any text, in time that grows with its length.
 */
export function htmlToMarkdown(html: string): ConvertedHtml {
  const page = new Page();
  for (const piece of piecesOf(html)) {
    if ('text' in piece) page.text(decoded(piece.text));
    else page.tag(piece.name, piece.isEnd);
  }
  return page.converted();
}

type Piece = { readonly text: string } | { readonly name: string; readonly isEnd: boolean };

/** Their content is nothing to read. */
const silent = /^(?:script|style|template|noscript|iframe|object|svg|head|nav)$/;

function* piecesOf(html: string): Generator<Piece> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    if (open > at) yield { text: html.slice(at, open) };
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open + 4);
      continue;
    }
    const name = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 40));
    if (!name && !/[!?/]/.test(html[open + 1] ?? '')) yield { text: '<' };
    at = name || /[!?/]/.test(html[open + 1] ?? '') ? after(html, '>', open) : open + 1;
    if (name) yield { name: (name[2] ?? '').toLowerCase(), isEnd: name[1] === '/' };
  }
  if (at < html.length) yield { text: html.slice(at) };
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

class Page {
  readonly #parts: string[] = [];
  /** The last characters of what was put out. */
  #end = '';
  #title = '';
  #firstHeading: string | undefined;
  #heading = '';
  readonly #silence: string[] = [];
  readonly #lists: { readonly isOrdered: boolean; count: number }[] = [];
  #in: 'title' | 'heading' | 'code' | undefined;

  text(text: string): void {
    if (this.#in === 'title') this.#title += text;
    if (this.#in === 'title' || this.#silence.length > 0) return;
    if (this.#in === 'heading') this.#heading += text;
    if (this.#in === 'code') this.#put(text);
    else this.#write(text.replace(/\s+/g, ' '));
  }

  tag(name: string, isEnd: boolean): void {
    // A picture may have a title, too.
    if (name === 'title' && !this.#silence.includes('svg')) this.#in = isEnd ? undefined : 'title';
    else if (silent.test(name)) this.#silent(name, isEnd);
    else if (this.#silence.length > 0) return;
    else if (/^h[1-6]$/.test(name)) this.#headingTag(Number(name[1]), isEnd);
    else if (name === 'pre') this.#code(isEnd);
    else if (name === 'ul' || name === 'ol') this.#list(name === 'ol', isEnd);
    else if (name === 'li') this.#item(isEnd);
    else if (name === 'br') this.#put('\n');
    else if (name === 'tr') this.#put(isEnd ? ' |' : '\n|');
    else if ((name === 'td' || name === 'th') && !isEnd) this.#put(this.#end.endsWith('\n|') ? ' ' : ' | ');
    else if (paragraphs.test(name) && this.#lists.length === 0) this.#put('\n\n');
  }

  converted(): ConvertedHtml {
    const title = (this.#title.trim() || this.#firstHeading?.trim() || '').replace(/\s+/g, ' ');
    const lines = this.#parts.join('').split('\n');
    const body = lines
      .map((line) => line.trimEnd())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
    return { title: title === '' ? undefined : title, body };
  }

  #write(text: string): void {
    this.#put(this.#end === '' || /\s$/.test(this.#end) ? text.trimStart() : text);
  }

  #put(text: string): void {
    this.#parts.push(text);
    this.#end = (this.#end + text.slice(-2)).slice(-2);
  }

  #silent(name: string, isEnd: boolean): void {
    if (!isEnd) this.#silence.push(name);
    else if (this.#silence.includes(name)) this.#silence.length = this.#silence.lastIndexOf(name);
  }

  #headingTag(level: number, isEnd: boolean): void {
    this.#in = isEnd ? undefined : 'heading';
    if (isEnd) this.#firstHeading ??= this.#heading;
    else this.#heading = '';
    this.#put(isEnd ? '\n\n' : `\n\n${'#'.repeat(level)} `);
  }

  #code(isEnd: boolean): void {
    this.#in = isEnd ? undefined : 'code';
    this.#put(isEnd ? '\n```\n\n' : '\n\n```\n');
  }

  #list(isOrdered: boolean, isEnd: boolean): void {
    if (isEnd) this.#lists.pop();
    else this.#lists.push({ isOrdered, count: 0 });
    if (this.#lists.length === (isEnd ? 0 : 1)) this.#put('\n\n');
  }

  #item(isEnd: boolean): void {
    if (isEnd) return;
    const list = this.#lists.at(-1);
    if (list) list.count += 1;
    const indent = '   '.repeat(Math.min(deepestList, Math.max(0, this.#lists.length - 1)));
    this.#put(`\n${indent}${list?.isOrdered ? `${list.count}.` : '-'} `);
  }
}

const deepestList = 6;

const paragraphs = /^(?:p|div|section|article|table|blockquote|hr|main|header|footer|dl|dt|dd|figure|body)$/;

const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…' },
  ...{ auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', eacute: 'é', rarr: '→' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»', euro: '€', copy: '©' },
};

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[String(name)] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '�';
  });
}
