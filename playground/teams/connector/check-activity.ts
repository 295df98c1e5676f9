import { isObject, type JsonObject, listIn, objectsIn, textIn } from '../../slack/json.ts';
import { faultsOfCard } from '../cards/check-card.ts';
import type { Conversation } from '../model.ts';
import type { Parts } from '../parts.ts';
import { badArgument, ConnectorError } from './connector-error.ts';

/** What the bot says, checked: a message, or that it is typing. */
export interface SaidByBot {
  readonly isTyping: boolean;
  readonly text: string;
  readonly textFormat: string;
  readonly summary?: string;
  readonly attachments: readonly JsonObject[];
  readonly entities: readonly JsonObject[];
}

/** 100 KB of UTF-16 (learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages). */
const mostBytes = 100 * 1024;

/** Name of the Adaptive Card's content type. */
export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

const contentTypes = [
  ...['adaptive', 'hero', 'thumbnail', 'list', 'o365connector', 'oauth', 'signin'].map(
    (card) => `application/vnd.microsoft.card.${card}`,
  ),
  ...['application/vnd.microsoft.teams.card.o365connector', 'application/vnd.microsoft.teams.card.list'],
  ...['application/vnd.microsoft.teams.card.file.consent', 'application/vnd.microsoft.teams.card.file.info'],
];

/**
 * Takes an activity that the bot sends, as Teams would.
 * @throws ConnectorError 400 for what Teams does not understand, 413 for too much of it
 */
export function saidByBot(activity: JsonObject, conversation: Conversation, teams: Parts): SaidByBot {
  const { type, text, attachments = [], entities = [] } = activity;
  if (type !== 'message' && type !== 'typing') badArgument(`Unknown activity type: ${String(type)}`);
  if (text !== undefined && typeof text !== 'string') badArgument('activity.text must be text.');
  if (!Array.isArray(attachments) || !Array.isArray(entities)) badArgument('attachments and entities must be lists.');
  mustFit(activity);
  const said = {
    isTyping: type === 'typing',
    text: textIn(text) ?? '',
    textFormat: textFormatIn(activity),
    attachments: listIn(attachments).map(checkedAttachment),
    entities: objectsIn(entities),
    ...(typeof activity.summary === 'string' ? { summary: activity.summary } : {}),
  };
  if (!said.isTyping && said.text.trim() === '' && said.attachments.length === 0) {
    badArgument('A message needs text or attachments.');
  }
  for (const mention of mentionsIn(said)) mustBeThere(mention, said, { conversation, teams });
  return said;
}

function textFormatIn({ textFormat = 'markdown' }: JsonObject): string {
  if (['plain', 'markdown', 'xml'].includes(String(textFormat))) return String(textFormat);
  return badArgument(`Unknown textFormat: ${String(textFormat)}`);
}

/** Pictures that come as data are not counted: for them Teams has another limit. */
function mustFit(activity: JsonObject): void {
  const counted = JSON.stringify(activity, (name, value: unknown) =>
    name === 'contentUrl' && typeof value === 'string' && value.startsWith('data:') ? '' : value,
  );
  const bytes = Buffer.byteLength(counted, 'utf16le');
  if (bytes <= mostBytes) return;
  throw new ConnectorError(413, 'MessageSizeTooBig', `Message size too large: ${bytes} bytes of at most ${mostBytes}.`);
}

function checkedAttachment(attachment: unknown): JsonObject {
  if (!isObject(attachment)) return badArgument('An attachment must be an object.');
  const { contentType, content, contentUrl } = attachment;
  if (typeof contentType !== 'string') return badArgument('An attachment needs a contentType.');
  if (contentType.startsWith('image/')) {
    return typeof contentUrl === 'string' ? attachment : badArgument('A picture needs a contentUrl.');
  }
  if (!contentTypes.includes(contentType)) badArgument(`Unknown attachment type: ${contentType}`);
  if (contentType !== adaptiveCardType) return attachment;
  const faults = faultsOfCard(content);
  return faults.length === 0 ? attachment : badArgument(`Adaptive Card is not valid: ${faults.join('; ')}`);
}

function mentionsIn({ entities, attachments }: SaidByBot): readonly JsonObject[] {
  const inCards = attachments.flatMap(({ content }) => {
    const teams = isObject(content) ? content.msteams : undefined;
    return objectsIn(isObject(teams) ? teams.entities : undefined);
  });
  return [...entities, ...inCards].filter(({ type }) => type === 'mention');
}

/** A mention must stand in the words, and be of somebody there. */
function mustBeThere(
  { mentioned, text }: JsonObject,
  said: SaidByBot,
  { conversation, teams }: { conversation: Conversation; teams: Parts },
): void {
  const words = JSON.stringify([said.text, said.attachments]);
  const tag = textIn(text) ?? '';
  if (!/^<at>.*<\/at>$/s.test(tag) || !words.includes(JSON.stringify(tag).slice(1, -1))) {
    badArgument(`The mention ${tag} does not stand in the message.`);
  }
  const id = isObject(mentioned) ? textIn(mentioned.id) : undefined;
  const person = teams.people.byId(id ?? '') ?? teams.people.all().find(({ email }) => email === id);
  const isThere = id === teams.identity.botId || teams.places.membersOf(conversation).some((one) => one === person);
  if (!isThere) badArgument(`The mentioned ${String(id)} is not in the conversation.`);
}
