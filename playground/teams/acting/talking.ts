import type { JsonObject } from '../../slack/json.ts';
import { typedText } from '../activities/typed-text.ts';
import { fileTypeOf } from '../files.ts';
import type { Conversation, TeamsMessage, TeamsPerson } from '../model.ts';
import type { Parts } from '../parts.ts';
import type { Said } from '../talk.ts';

/** A file that a person attaches, or a picture that they paste (`inline`). */
export interface Attached {
  readonly name: string;
  readonly content: Buffer | string;
  readonly inline?: boolean;
}

/** What may come with a person's words. */
export interface SayOptions {
  /** In a channel: the id of a message in whose thread to say it. */
  readonly threadId?: string;
  readonly files?: readonly Attached[];
}

/** A message, by itself or by its id. */
export type MessageRef = Pick<TeamsMessage, 'id'> | string;

/** A person writes a message. @throws Error when Teams would not let them */
export function says(
  teams: Parts,
  by: TeamsPerson,
  { conversation, text }: { conversation: Conversation; text: string },
  options: SayOptions = {},
): Said {
  mustBeIn(teams, conversation, by);
  const { text: words, mentions, html } = typedText(text, teams);
  const parent = options.threadId === undefined ? undefined : messageOf(teams, conversation, options.threadId);
  const given = (options.files ?? []).map((file) => attachmentFor(teams, conversation, file));
  const attachments = [...given.flat(), ...richText(html, mentions, given.length)];
  const draft = { from: by.id, text: words, textFormat: 'plain', entities: mentions, attachments };
  return teams.talk.post(conversation, { ...draft, threadId: parent?.threadId });
}

/** A person changes their own words. */
export function edits(
  teams: Parts,
  by: TeamsPerson,
  { conversation, message, text }: { conversation: Conversation; message: MessageRef; text: string },
): Said {
  const own = ownMessage(teams, by, conversation, message);
  if (own.isDeleted) throw new Error('That message has been deleted.');
  const { text: words, mentions, html } = typedText(text, teams);
  const attachments = richText(html, mentions, 0);
  const edited = { ...own, text: words, entities: mentions, attachments, editedAt: teams.clock.now() };
  return teams.talk.change(conversation, edited, 'editMessage');
}

/** A person takes their own words back, or with `undo` puts them there again. */
export function deletes(
  teams: Parts,
  by: TeamsPerson,
  { conversation, message, undo = false }: { conversation: Conversation; message: MessageRef; undo?: boolean },
): Said {
  const own = { ...ownMessage(teams, by, conversation, message), isDeleted: !undo };
  return teams.talk.change(conversation, own, undo ? 'undeleteMessage' : 'softDeleteMessage');
}

/** A person puts an emoji under a message, or takes it away. */
export function reacts(
  teams: Parts,
  by: TeamsPerson,
  { conversation, message }: { conversation: Conversation; message: MessageRef },
  { type, how }: { type: string; how: 'add' | 'remove' },
): Said {
  mustBeIn(teams, conversation, by);
  return teams.talk.react(conversation, messageOf(teams, conversation, message), { by, type, how });
}

/** @throws Error when there is no such message */
export function messageOf(teams: Parts, conversation: Conversation, ref: MessageRef): TeamsMessage {
  const id = typeof ref === 'string' ? ref : ref.id;
  const message = teams.messages.get(conversation.id, id);
  if (!message) throw new Error(`There is no message ${id} in ${conversation.id}.`);
  return message;
}

/** @throws Error when the person is not in the conversation */
export function mustBeIn(teams: Parts, conversation: Conversation, person: TeamsPerson): void {
  if (teams.places.membersOf(conversation).some(({ id }) => id === person.id)) return;
  throw new Error(`${person.name} is not in ${conversation.kind === 'channel' ? conversation.name : conversation.id}.`);
}

function ownMessage(teams: Parts, by: TeamsPerson, conversation: Conversation, ref: MessageRef): TeamsMessage {
  const message = messageOf(teams, conversation, ref);
  if (message.from !== by.id) throw new Error(`${by.name} can only change their own messages.`);
  return message;
}

/** Teams sends the formatted words along when there is more to them than letters. */
function richText(html: string, mentions: readonly JsonObject[], files: number): readonly JsonObject[] {
  return mentions.length > 0 || files > 0 ? [{ contentType: 'text/html', content: html }] : [];
}

/**
 * Pasted pictures lie with the connector and need the bot's token; files come with a link that is open to whoever has
 * it, and in personal chats only: in a channel they lie with the team, and the bot is not told.
 */
function attachmentFor(teams: Parts, conversation: Conversation, given: Attached): readonly JsonObject[] {
  const { name, content, inline = false } = given;
  const file = teams.files.add({ name, content: typeof content === 'string' ? Buffer.from(content) : content });
  if (inline) {
    const contentUrl = `${teams.serviceUrl()}v3/attachments/${file.id}/views/original`;
    return [{ contentType: 'image/*', contentUrl, name }];
  }
  if (conversation.kind !== 'personal') return [];
  const downloadUrl = `${teams.baseUrl()}/files/${file.id}`;
  return [
    {
      ...{ contentType: 'application/vnd.microsoft.teams.file.download.info', name },
      contentUrl: `${teams.baseUrl()}/personal/Documents/${encodeURIComponent(name)}`,
      content: { downloadUrl, uniqueId: file.id, fileType: fileTypeOf(name) },
    },
  ];
}
