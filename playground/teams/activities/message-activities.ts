import type { JsonObject } from '../../slack/json.ts';
import type { TeamsMessage } from '../model.ts';
import type { Parts } from '../parts.ts';
import { baseActivity, type Scene } from './base-activity.ts';
import { quotedBefore } from './quoted-text.ts';

type Surroundings = Pick<Parts, 'identity' | 'clock' | 'places' | 'serviceUrl'>;

/** What the bot is told of a person's new message. */
export function messageActivity(teams: Surroundings, scene: Scene, message: TeamsMessage): JsonObject {
  return { ...baseActivity(teams, scene), type: 'message', ...contentOf(teams, scene, message) };
}

/** What has become of a message, in Teams' words. */
export type MessageEvent = 'editMessage' | 'undeleteMessage' | 'softDeleteMessage';

/** What the bot is told when a message was changed, taken back, or put back. It keeps the id of the message. */
export function changeActivity(
  teams: Surroundings,
  scene: Scene,
  { message, event }: { message: TeamsMessage; event: MessageEvent },
): JsonObject {
  const base = baseActivity(teams, scene);
  const channelData = { ...(base.channelData as JsonObject), eventType: event };
  if (event === 'softDeleteMessage') return { ...base, type: 'messageDelete', id: message.id, channelData };
  return { ...base, type: 'messageUpdate', ...contentOf(teams, scene, message), channelData };
}

/** What the bot is told when somebody puts an emoji under a message, or takes it away. */
export function reactionActivity(
  teams: Surroundings,
  scene: Scene,
  { message, type, how }: { message: TeamsMessage; type: string; how: 'add' | 'remove' },
): JsonObject {
  const reactions = [{ type }];
  const change = how === 'add' ? { reactionsAdded: reactions } : { reactionsRemoved: reactions };
  return { ...baseActivity(teams, scene), type: 'messageReaction', replyToId: message.id, ...change };
}

function contentOf(teams: Surroundings, scene: Scene, message: TeamsMessage): JsonObject {
  const { entities } = baseActivity(teams, scene);
  const text = quotedBefore(message.quote, message.text);
  return {
    ...{ id: message.id, text, textFormat: message.textFormat, attachments: [...message.attachments] },
    entities: [...message.entities, ...(entities as JsonObject[])],
    ...(message.threadId !== undefined && message.threadId !== message.id ? { replyToId: message.threadId } : {}),
  };
}
