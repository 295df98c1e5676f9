/** How a piece of text looks. */
export type Style = 'bold' | 'italic' | 'strike';

/** A piece of a message as a reader sees it. */
export type Span =
  | { readonly kind: 'text'; readonly text: string; readonly styles: readonly Style[] }
  | { readonly kind: 'code' | 'preformatted'; readonly text: string }
  | { readonly kind: 'quote'; readonly spans: readonly Span[] }
  | { readonly kind: 'user' | 'channel' | 'usergroup'; readonly id: string; readonly label?: string }
  | { readonly kind: 'broadcast'; readonly range: 'here' | 'channel' | 'everyone' }
  | { readonly kind: 'link'; readonly url: string; readonly text: string }
  | {
      readonly kind: 'date';
      readonly at: Date;
      readonly format: string;
      readonly fallback: string;
      readonly url?: string;
    }
  | { readonly kind: 'emoji'; readonly name: string };

/**
 * Reads Slack's markup (docs.slack.dev, "Formatting message text"): mentions, links, dates, emoji and styles.
 * What is no valid markup stays text.
 */
export function mrkdwnSpans(text: string): readonly Span[] {
  return text.split(/(```[\s\S]+?```)/).flatMap((part, index) => {
    if (index % 2 === 0) return withQuotes(part);
    return [{ kind: 'preformatted' as const, text: unescaped(part.slice(3, -3).replace(/^\n|\n$/g, '')) }];
  });
}

/** What a reader reads, as plain text; names of people and channels stay ids. */
export function plainWords(spans: readonly Span[]): string {
  return spans.map(wordsIn).join('');
}

function wordsIn(span: Span): string {
  switch (span.kind) {
    case 'quote':
      return plainWords(span.spans);
    case 'user':
      return `@${span.label ?? span.id}`;
    case 'usergroup':
      return span.label ?? `@${span.id}`;
    case 'channel':
      return `#${span.label ?? span.id}`;
    case 'broadcast':
      return `@${span.range}`;
    case 'date':
      return span.fallback;
    case 'emoji':
      return `:${span.name}:`;
    case 'text':
    case 'code':
    case 'preformatted':
    case 'link':
      return span.text;
  }
}

/** Takes back the three escapes that Slack has. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function withQuotes(text: string): readonly Span[] {
  return text.split(/((?:^&gt; ?.*(?:\n|$))+)/m).flatMap((part, index) => {
    if (index % 2 === 0) return inline(part, []);
    return [{ kind: 'quote' as const, spans: inline(part.replace(/^&gt; ?/gm, '').replace(/\n$/, ''), []) }];
  });
}

const token =
  /`(?<code>[^`\n]+)`|<(?<angle>[^<>\n]+)>|:(?<emoji>[a-z0-9_+'-]+(?:::skin-tone-[2-6])?):|(?<![\p{L}\p{N}])(?<mark>[*_~])(?=\S)(?<inner>[^\n]*?\S)\k<mark>(?![\p{L}\p{N}])/gu;

function inline(text: string, styles: readonly Style[]): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(token)) {
    spans.push(...textSpan(text.slice(from, match.index), styles));
    spans.push(...tokenSpans(match, styles));
    from = match.index + match[0].length;
  }
  return [...spans, ...textSpan(text.slice(from), styles)];
}

const styleOf: Readonly<Record<string, Style>> = { '*': 'bold', _: 'italic', '~': 'strike' };

function tokenSpans(match: RegExpExecArray, styles: readonly Style[]): readonly Span[] {
  const { code, angle, emoji, mark = '', inner = '' } = match.groups ?? {};
  if (code !== undefined) return [{ kind: 'code', text: unescaped(code) }];
  if (angle !== undefined) return angleSpan(angle) ?? textSpan(match[0], styles);
  if (emoji !== undefined) return [{ kind: 'emoji', name: emoji }];
  const style = styleOf[mark];
  return inline(inner, style ? [...styles, style] : styles);
}

// `!group` is an old name that Slack still reads as the channel.
const broadcasts: Readonly<Record<string, 'here' | 'channel' | 'everyone'>> = {
  '!here': 'here',
  '!channel': 'channel',
  '!group': 'channel',
  '!everyone': 'everyone',
};

/** What stands between < and >; undefined when it is no markup. */
function angleSpan(inner: string): readonly Span[] | undefined {
  const [target = '', ...labels] = inner.split('|');
  const label = labels.length > 0 ? { label: unescaped(labels.join('|')) } : {};
  const reference = /^([@#])([UWCGDB][A-Z0-9]+)$/.exec(target);
  if (reference) return [{ kind: reference[1] === '@' ? 'user' : 'channel', id: reference[2] ?? '', ...label }];
  const range = broadcasts[target];
  if (range) return [{ kind: 'broadcast', range }];
  const group = /^!subteam\^([A-Z0-9]+)$/.exec(target)?.[1];
  if (group) return [{ kind: 'usergroup', id: group, ...label }];
  const date = /^!date\^(\d+)\^([^^]+)(?:\^(.+))?$/.exec(target);
  if (date) return [dateSpan(date, label.label ?? '')];
  if (!/^(https?:\/\/|mailto:|tel:)/.test(target)) return undefined;
  return [{ kind: 'link', url: unescaped(target), text: label.label ?? unescaped(target) }];
}

function dateSpan([, seconds, format = '', url]: RegExpExecArray, fallback: string): Span {
  const at = new Date(Number(seconds) * 1000);
  return { kind: 'date', at, format, fallback, ...(url ? { url: unescaped(url) } : {}) };
}

function textSpan(text: string, styles: readonly Style[]): readonly Span[] {
  return text === '' ? [] : [{ kind: 'text', text: unescaped(text), styles }];
}
