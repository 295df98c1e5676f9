import type { JsonObject } from '../../slack/json.ts';
import { quoteHtml } from '../activities/quoted-text.ts';
import { typedText } from '../activities/typed-text.ts';
import type { Conversation, Quote, TeamsMessage, TeamsPerson } from '../model.ts';
import type { Parts } from '../parts.ts';
import type { Said } from '../talk.ts';
import { type Attached, attach, cardAttachment } from './attaching.ts';
import { quoteOf } from './quoting.ts';

/** What may come with a person's words. */
export interface SayOptions {
  /** In a channel: the id of a message in whose thread to say it. */
  readonly threadId?: string;
  readonly files?: readonly Attached[];
  /** In a chat: the message to which this one answers. */
  readonly quotes?: MessageRef;
  /** Cards that they picked from the results of a search. */
  readonly cards?: readonly JsonObject[];
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
  const { attachments: files, sharedFiles } = attach(teams, conversation, options.files ?? []);
  const quote = quoteIn(teams, conversation, options.quotes);
  const others = [...files, ...(options.cards ?? []).map(cardAttachment)];
  const isRich = mentions.length > 0 || (options.files ?? []).length > 0;
  const attachments = [...others, ...richText(html, { isRich, quote })];
  const draft = { from: by.id, text: words, textFormat: 'plain', entities: mentions, attachments };
  return teams.talk.post(conversation, {
    ...{ ...draft, threadId: parent?.threadId },
    ...(sharedFiles.length > 0 ? { sharedFiles } : {}),
    ...(quote ? { quote } : {}),
  });
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
  const attachments = richText(html, { isRich: mentions.length > 0, quote: own.quote });
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

/** In a channel one answers in the thread. */
function quoteIn(teams: Parts, conversation: Conversation, ref: MessageRef | undefined): Quote | undefined {
  if (ref === undefined) return undefined;
  if (conversation.kind === 'channel') throw new Error('In a channel one answers in the thread.');
  return quoteOf(teams, messageOf(teams, conversation, ref));
}

/** Teams sends the formatted words along when there is more to them than letters. */
function richText(html: string, more: { isRich: boolean; quote: Quote | undefined }): readonly JsonObject[] {
  const { isRich, quote } = more;
  return isRich || quote ? [{ contentType: 'text/html', content: `${quote ? quoteHtml(quote) : ''}${html}` }] : [];
}
