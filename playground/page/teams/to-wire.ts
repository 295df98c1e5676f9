import { isObject, type JsonObject, textIn } from '../../slack/json.ts';
import type { Conversation, TaskModule, Team, TeamsFile, TeamsMessage, TeamsPerson } from '../../teams/model.ts';
import type { TeamsTenant } from '../../teams/teams-tenant.ts';
import type { WireFile } from '../wire.ts';
import type { WireMention, WirePlace, WirePost, WireTask, WireTeam, WireTeamsPerson } from './wire.ts';

/** Says what somebody is in the desk. */
export type RoleOf = (person: TeamsPerson) => string;

export function toWirePerson(person: TeamsPerson, roleOf: RoleOf): WireTeamsPerson {
  const { id, aadObjectId, realName, email } = person;
  return { id, objectId: aadObjectId, realName, email: email.toLowerCase(), role: roleOf(person) };
}

export function toWireTeam({ id, name, members }: Team): WireTeam {
  return { id, name, members: [...members] };
}

export function toWirePlace(place: Conversation, botName: string): WirePlace {
  const { kind, id } = place;
  if (place.kind === 'channel') {
    const { name, teamId: team, members } = place;
    return { kind, id, name, team, members: [...(members ?? [])], isPrivate: members !== undefined };
  }
  if (place.kind === 'personal') return { kind, id, name: botName, members: [place.personId], isPrivate: true };
  return { kind, id, name: place.name, members: [...place.members], isPrivate: true };
}

/** A message with its cards; of what was taken back only that it was there. */
export function toWirePost(message: TeamsMessage, tenant: TeamsTenant): WirePost {
  const { id, conversationId, threadId, from, isDeleted } = message;
  const where = { id, place: conversationId, ...(threadId === undefined ? {} : { thread: threadId }), from };
  const nothing = { text: '', format: 'plain', mentions: [], cards: [], ownCards: {}, files: [], pictures: [] };
  if (isDeleted) return { ...where, ...nothing, isEdited: false, isDeleted, reactions: [] };
  return {
    ...where,
    ...{ text: message.text, format: message.textFormat, mentions: message.entities.flatMap(mentionIn) },
    ...{ cards: tenant.cards(message), ownCards: message.ownViews },
    ...{ files: filesOf(message, tenant).map(toWireFile), pictures: message.attachments.flatMap(pictureIn) },
    ...(message.quote ? { quote: message.quote } : {}),
    ...{ isEdited: message.editedAt !== undefined, isDeleted, reactions: reactionsOf(message) },
  };
}

export function toWireTask({ title, card }: TaskModule): WireTask {
  return { title, card };
}

function toWireFile({ id, name, contentType, content }: TeamsFile): WireFile {
  return { id, name, mimetype: contentType, size: content.byteLength };
}

/** What people gave: a chat's files and pasted pictures are attached, a channel's lie with the team. */
function filesOf({ attachments, sharedFiles = [] }: TeamsMessage, { files }: TeamsTenant): readonly TeamsFile[] {
  const ids = [...sharedFiles, ...attachments.map(fileIdIn)];
  return ids.flatMap((id) => files.find((file) => file.id === id) ?? []);
}

function fileIdIn({ content, contentUrl }: JsonObject): string | undefined {
  const unique = isObject(content) ? textIn(content.uniqueId) : undefined;
  return unique ?? /\/v3\/attachments\/([^/]+)\/views\//.exec(textIn(contentUrl) ?? '')?.[1];
}

function pictureIn({ contentType, contentUrl, name }: JsonObject): readonly { name: string; url: string }[] {
  const url = textIn(contentUrl) ?? '';
  const isPicture = /^image\/(png|jpeg|gif)$/.test(String(contentType)) && url.startsWith('data:image/');
  return isPicture ? [{ name: textIn(name) ?? 'picture', url }] : [];
}

function mentionIn({ type, text, mentioned }: JsonObject): readonly WireMention[] {
  const id = isObject(mentioned) ? textIn(mentioned.id) : undefined;
  return type === 'mention' && typeof text === 'string' && id ? [{ text, id }] : [];
}

function reactionsOf({ reactions }: TeamsMessage): WirePost['reactions'] {
  const types = [...new Set(reactions.map(({ type }) => type))];
  return types.map((type) => ({
    type,
    people: reactions.filter((one) => one.type === type).map(({ personId }) => personId),
  }));
}

/** What a search found, as the list shows it: the preview's words, and the card that is put into the message. */
export function toWireFound({ content, preview }: JsonObject): { title: string; text: string; card: JsonObject } {
  const shown = isObject(preview) && isObject(preview.content) ? preview.content : {};
  return { title: textIn(shown.title) ?? '', text: textIn(shown.text) ?? '', card: isObject(content) ? content : {} };
}
