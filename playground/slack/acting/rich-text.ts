import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../json.ts';
import { mrkdwnSpans, type Span } from '../mrkdwn.ts';

/** The rich_text block that Slack writes beside what a person typed. */
export function richTextBlock(text: string): JsonObject {
  const sections: JsonObject[] = [];
  let inline: JsonObject[] = [];
  const finish = () => {
    if (inline.length > 0) sections.push({ type: 'rich_text_section', elements: inline });
    inline = [];
  };
  for (const span of mrkdwnSpans(text)) {
    if (span.kind === 'quote' || span.kind === 'preformatted') {
      finish();
      sections.push(apart(span));
    } else inline.push(element(span));
  }
  finish();
  return { type: 'rich_text', block_id: randomBytes(4).toString('base64url').slice(0, 5), elements: sections };
}

function apart(span: Span & { kind: 'quote' | 'preformatted' | 'code' }): JsonObject {
  if (span.kind === 'quote') return { type: 'rich_text_quote', elements: span.spans.map(element) };
  return { type: 'rich_text_preformatted', border: 0, elements: [{ type: 'text', text: span.text }] };
}

function element(span: Span): JsonObject {
  switch (span.kind) {
    case 'text':
      return { type: 'text', text: span.text, ...styled(Object.fromEntries(span.styles.map((name) => [name, true]))) };
    case 'code':
    case 'preformatted':
      return { type: 'text', text: span.text, style: { code: true } };
    case 'user':
      return { type: 'user', user_id: span.id };
    case 'channel':
      return { type: 'channel', channel_id: span.id };
    case 'usergroup':
      return { type: 'usergroup', usergroup_id: span.id };
    case 'broadcast':
      return { type: 'broadcast', range: span.range };
    case 'link':
      return { type: 'link', url: span.url, ...(span.text === span.url ? {} : { text: span.text }) };
    case 'date':
      return { type: 'date', timestamp: span.at.getTime() / 1000, format: span.format, fallback: span.fallback };
    case 'emoji':
      return { type: 'emoji', name: span.name };
    case 'quote':
      return { type: 'text', text: '' };
  }
}

function styled(style: JsonObject): JsonObject {
  return Object.keys(style).length > 0 ? { style } : {};
}
