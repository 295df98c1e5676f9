import type { JsonObject } from '../../slack/json.ts';
import { adaptiveCardType } from '../connector/check-activity.ts';
import { fileTypeOf } from '../files.ts';
import type { Conversation } from '../model.ts';
import type { Parts } from '../parts.ts';

/** A file that a person attaches, or a picture that they paste (`inline`). */
export interface Attached {
  readonly name: string;
  readonly content: Buffer | string;
  readonly inline?: boolean;
}

/** What a message carries: attachments that the bot is told of, and files that lie with the team. */
export interface Carried {
  readonly attachments: readonly JsonObject[];
  readonly sharedFiles: readonly string[];
}

/**
 * Pasted pictures lie with the connector and need the bot's token; files come with a link that is open to whoever has
 * it, and in personal chats only: in a channel they lie with the team, and the bot is not told.
 */
export function attach(teams: Parts, conversation: Conversation, given: readonly Attached[]): Carried {
  const carried = given.map((file) => attachOne(teams, conversation, file));
  return {
    attachments: carried.flatMap(({ attachments }) => attachments),
    sharedFiles: carried.flatMap(({ sharedFiles }) => sharedFiles),
  };
}

/** A card that was picked from a search goes into the message as it is. */
export function cardAttachment(content: JsonObject): JsonObject {
  return { contentType: adaptiveCardType, content };
}

function attachOne(teams: Parts, conversation: Conversation, given: Attached): Carried {
  const { name, content, inline = false } = given;
  const file = teams.files.add({ name, content: typeof content === 'string' ? Buffer.from(content) : content });
  if (inline) {
    const contentUrl = `${teams.serviceUrl()}v3/attachments/${file.id}/views/original`;
    return { attachments: [{ contentType: 'image/*', contentUrl, name }], sharedFiles: [] };
  }
  if (conversation.kind !== 'personal') return { attachments: [], sharedFiles: [file.id] };
  const downloadUrl = `${teams.baseUrl()}/files/${file.id}`;
  const attachment = {
    ...{ contentType: 'application/vnd.microsoft.teams.file.download.info', name },
    contentUrl: `${teams.baseUrl()}/personal/Documents/${encodeURIComponent(name)}`,
    content: { downloadUrl, uniqueId: file.id, fileType: fileTypeOf(name) },
  };
  return { attachments: [attachment], sharedFiles: [] };
}
