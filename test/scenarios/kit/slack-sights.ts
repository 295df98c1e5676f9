import { isObject, type JsonObject, objectsIn, textIn } from '../../../playground/slack/json.ts';
import type { EphemeralMessage, SlackMessage, SlackView } from '../../../playground/slack/model.ts';
import { mrkdwnSpans, plainWords } from '../../../playground/slack/mrkdwn.ts';
import { elementsOf, optionsOf, wordsOf } from '../../../playground/slack/payloads/inputs.ts';
import type { SlackWorkspace } from '../../../playground/slack/slack-workspace.ts';
import { linksIn, type Sight, type Where } from './stage.ts';

/** A message of the emulated workspace as somebody sees it. */
export function sightOf(slack: SlackWorkspace, message: SlackMessage | EphemeralMessage): Sight {
  const { channel, ts, thread_ts: root, text } = message;
  const isPrivate = 'ephemeral' in message;
  const blocks = message.blocks ?? [];
  return {
    id: `${channel}/${ts}`,
    where: whereIs(slack, channel),
    by: isPrivate || message.user === slack.botUserId ? 'desk' : nameOf(slack, message.user ?? ''),
    isPrivate,
    ...(root && root !== ts ? { under: `${channel}/${root}` } : {}),
    text: blocks.length > 0 ? wordsIn(slack, blocks) : markup(slack, text),
    buttons: buttonsIn(blocks),
    links: linksIn(blocks),
    files: isPrivate ? [] : filesOf(slack, message),
    pings: slack.pingsIn(message).map((id) => (id.startsWith('U') ? nameOf(slack, id) : id)),
  };
}

/** A modal or a home page as somebody sees it. */
export function sightOfView(slack: SlackWorkspace, view: SlackView): Sight {
  return {
    id: view.id,
    where: view.type === 'modal' ? 'form' : 'home',
    by: 'desk',
    isPrivate: true,
    text: [wordsOf(view.title), wordsIn(slack, view.blocks)].join('\n'),
    buttons: buttonsIn(view.blocks),
    files: [],
    pings: [],
  };
}

function whereIs(slack: SlackWorkspace, id: string): Where {
  const channel = slack.channel(id);
  return channel.type === 'im' ? 'direct' : `#${channel.name}`;
}

function nameOf(slack: SlackWorkspace, id: string): string {
  return slack.people.find((person) => person.id === id)?.name ?? id;
}

function filesOf(slack: SlackWorkspace, message: SlackMessage): Sight['files'] {
  return (message.files ?? []).map(({ id, name }) => {
    const content = slack.files.find((file) => file.id === id)?.content;
    return { name: String(name), content: async () => content?.toString() ?? '' };
  });
}

function buttonsIn(blocks: readonly JsonObject[]): readonly string[] {
  return elementsOf(blocks).flatMap(({ type, element }) => {
    if (type === 'button') return [wordsOf(element)];
    return type === 'overflow' ? optionsOf(element).map(wordsOf) : [];
  });
}

function wordsIn(slack: SlackWorkspace, blocks: readonly JsonObject[]): string {
  return blocks
    .filter(({ type }) => type !== 'actions')
    .map((block) => words(slack, block))
    .filter((line) => line !== '')
    .join('\n');
}

/** Every word of a block or of a part of it; people by their names. */
function words(slack: SlackWorkspace, part: JsonObject): string {
  switch (part.type) {
    case 'mrkdwn':
      return markup(slack, textIn(part.text) ?? '');
    case 'plain_text':
    case 'text':
      return textIn(part.text) ?? '';
    case 'link':
      return textIn(part.text) ?? textIn(part.url) ?? '';
    case 'user':
      return fullName(slack, textIn(part.user_id) ?? '');
    case 'broadcast':
      return `@${part.range}`;
    case 'emoji':
      return `:${part.name}:`;
    case 'date':
      return textIn(part.fallback) ?? '';
    default:
      return inside(slack, part);
  }
}

function inside(slack: SlackWorkspace, part: JsonObject): string {
  const parts = [part.label, part.text, ...objectsIn(part.fields), ...objectsIn(part.elements)].filter(isObject);
  const isText = typeof part.type === 'string' && part.type.startsWith('rich_text_');
  return parts.map((one) => words(slack, one)).join(isText ? '' : '\n');
}

function markup(slack: SlackWorkspace, text: string): string {
  const spans = mrkdwnSpans(text).map((span) =>
    span.kind === 'user' ? { kind: 'text' as const, text: fullName(slack, span.id), styles: [] } : span,
  );
  return plainWords(spans);
}

function fullName(slack: SlackWorkspace, id: string): string {
  return slack.people.find((person) => person.id === id)?.realName ?? id;
}
