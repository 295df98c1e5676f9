import { isObject, type Json, type JsonObject } from '../../../playground/slack/json.ts';
import { cardsIn, textsOfCard } from '../../../playground/teams/cards/card-words.ts';
import { readMarkdown, readTyped } from '../../../playground/teams/cards/read-text.ts';
import type { TaskModule, TeamsMessage } from '../../../playground/teams/model.ts';
import type { TeamsTenant } from '../../../playground/teams/teams-tenant.ts';
import { linksIn, type Sight, type Where } from './stage.ts';

/** A message of the emulated tenant as somebody sees it. */
export function sightOfMessage(teams: TeamsTenant, message: TeamsMessage, reader: string): Sight {
  const { id, conversationId, threadId, from } = message;
  const where = whereIs(teams, conversationId);
  const by = from === teams.identity.botId ? 'desk' : teams.person(from).name;
  return {
    id: `${conversationId}/${id}`,
    ...{ where, by },
    // What the desk says to one person alone stands in their chat.
    isPrivate: where === 'direct' && by === 'desk',
    ...(threadId === undefined ? { isThreadless: true } : {}),
    ...(threadId !== undefined && threadId !== id ? { under: `${conversationId}/${threadId}` } : {}),
    text: wordsOf(message, teams, reader),
    buttons: teams.buttons(message, { as: reader }),
    links: linksIn(cardsIn(message, teams.person(reader))),
    files: [...filesOf(teams, message), ...inlinePictures(message), ...linkedFiles(message)],
    pings: teams.pingsIn(message).map((one) => nameOf(teams, one)),
  };
}

/** A task module as somebody sees it. */
export function sightOfTask({ title, card, origin }: TaskModule, person: string): Sight {
  const id = origin.kind === 'card' ? origin.messageId : origin.conversationId;
  const text = [title, ...textsOfCard(card)].join('\n');
  return {
    id: `task/${person}/${id}`,
    where: 'form',
    by: 'desk',
    isPrivate: true,
    text,
    buttons: [],
    files: [],
    pings: [],
  };
}

/** Problem by the id of the field under which it stands. */
export function problemsUnder(card: JsonObject): Readonly<Record<string, string>> {
  let field = 'form';
  const problems: Record<string, string> = {};
  for (const element of Array.isArray(card.body) ? card.body.filter(isObject) : []) {
    if (String(element.type).startsWith('Input.')) field = String(element.id);
    else if (element.color === 'attention') problems[field] = readMarkdown(String(element.text));
  }
  return problems;
}

function wordsOf(message: TeamsMessage, teams: TeamsTenant, reader: string): string {
  const { text, textFormat } = message;
  const said = textFormat === 'markdown' ? readMarkdown(text) : readTyped(text);
  const cards = cardsIn(message, teams.person(reader)).flatMap((card) => textsOfCard(withColons(card)));
  return [said, ...cards].filter(Boolean).join('\n');
}

/** The two columns of a fact, as they are read out. */
function withColons(card: JsonObject): JsonObject {
  const read = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(read);
    if (!isObject(value)) return value;
    const inside = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, read(part ?? null)]));
    const isFact = value.type === undefined && 'title' in value && 'value' in value;
    return isFact ? { ...inside, title: `${value.title}:` } : inside;
  };
  const drawn = read(card);
  return isObject(drawn) ? drawn : card;
}

function whereIs(teams: TeamsTenant, conversationId: string): Where {
  const place = teams.place(conversationId);
  return place.kind === 'personal' ? 'direct' : `#${place.name}`;
}

function filesOf(teams: TeamsTenant, { attachments, sharedFiles = [] }: TeamsMessage): Sight['files'] {
  const given = JSON.stringify(attachments);
  return teams.files
    .filter(({ id }) => sharedFiles.includes(id) || given.includes(id))
    .map(({ name, content }) => ({ name, content: async () => content.toString() }));
}

/** Pictures that stand in the message itself. */
function inlinePictures({ attachments }: TeamsMessage): Sight['files'] {
  return attachments.filter(isObject).flatMap(({ contentUrl, name }) => {
    const bytes = /^data:image\/\w+;base64,(.*)$/s.exec(String(contentUrl))?.[1];
    return bytes ? [{ name: String(name), content: async () => Buffer.from(bytes, 'base64').toString() }] : [];
  });
}

/** Files that a bot cannot put into Teams stand as links. */
function linkedFiles(message: TeamsMessage): Sight['files'] {
  const links = JSON.stringify(cardsIn(message)).matchAll(/\[([^[\]]+)\]\((http:[^)\s]+\/files\?id=[0-9a-f]+)\)/g);
  return [...links].map(([, name = '', url = '']) => ({
    name: readMarkdown(name.replaceAll('\\\\', '\\')),
    content: async () => (await fetch(url)).text(),
  }));
}

function nameOf(teams: TeamsTenant, id: string): string {
  const person = teams.people.find((one) => one.id === id || one.aadObjectId === id);
  return person?.name ?? (id === teams.identity.botId ? 'desk' : id);
}
