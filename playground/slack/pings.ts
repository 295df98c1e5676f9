import { isObject, type Json, type JsonObject, objectsIn } from './json.ts';
import { mrkdwnSpans, type Span } from './mrkdwn.ts';

/**
 * Whom a message would notify: ids of people and user groups, and `here`, `channel`, `everyone`. By it a test proves
 * that nobody's words ping anyone.
 */
export function pingsIn(message: {
  readonly text?: string;
  readonly blocks?: readonly JsonObject[];
  readonly attachments?: readonly JsonObject[];
}): readonly string[] {
  const found = [
    ...mrkdwnSpans(message.text ?? '').flatMap(pingOf),
    ...objectsIn(message.blocks).flatMap(inBlocks),
    ...objectsIn(message.attachments).flatMap(inAttachment),
  ];
  return [...new Set(found)];
}

function pingOf(span: Span): readonly string[] {
  if (span.kind === 'quote') return span.spans.flatMap(pingOf);
  if (span.kind === 'user' || span.kind === 'usergroup') return [span.id];
  return span.kind === 'broadcast' ? [span.range] : [];
}

/** Every part of a block that Slack reads markup in, however deep it lies. */
function inBlocks(value: Json | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(inBlocks);
  if (!isObject(value)) return [];
  const own = ownPings(value);
  return own ?? Object.values(value).flatMap(inBlocks);
}

/** The pings of an object that is text itself; undefined for one that only holds others. */
function ownPings(value: JsonObject): readonly string[] | undefined {
  const words = typeof value.text === 'string' ? value.text : '';
  switch (value.type) {
    case 'plain_text':
      return [];
    case 'mrkdwn':
    case 'markdown':
      return mrkdwnSpans(words).flatMap(pingOf);
    case 'user':
      return [String(value.user_id)];
    case 'usergroup':
      return [String(value.usergroup_id)];
    case 'broadcast':
      return [String(value.range)];
    default:
      return undefined;
  }
}

function inAttachment(attachment: JsonObject): readonly string[] {
  const words = ['pretext', 'text', 'title', 'footer'].map((name) => String(attachment[name] ?? '')).join('\n');
  const fields = objectsIn(attachment.fields).map((field) => String(field.value ?? ''));
  return [...mrkdwnSpans([words, ...fields].join('\n')).flatMap(pingOf), ...inBlocks(attachment.blocks)];
}
