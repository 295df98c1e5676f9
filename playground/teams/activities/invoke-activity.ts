import type { JsonObject } from '../../slack/json.ts';
import type { Parts } from '../parts.ts';
import { baseActivity, type Scene } from './base-activity.ts';

type Surroundings = Pick<Parts, 'identity' | 'clock' | 'places' | 'serviceUrl'>;

/** What is asked of the bot, and for which message. */
export interface Invoke {
  readonly name: string;
  readonly value: JsonObject;
  readonly replyToId?: string | undefined;
}

/** A question to the bot, whose answer is the HTTP response. */
export function invokeActivity(teams: Surroundings, scene: Scene, { name, value, replyToId }: Invoke): JsonObject {
  const base = baseActivity(teams, scene);
  const source = { name: replyToId === undefined ? 'compose' : 'message' };
  const channelData = { ...(base.channelData as JsonObject), source };
  return { ...base, type: 'invoke', name, value, channelData, ...(replyToId === undefined ? {} : { replyToId }) };
}

/** What Action.Submit of a card in a message tells: a message without words, but with a value. */
export function submitActivity(
  teams: Surroundings,
  scene: Scene,
  { value, replyToId, text }: { value: JsonObject; replyToId: string; text?: string },
): JsonObject {
  const words = text === undefined ? {} : { text, textFormat: 'plain' };
  return { ...baseActivity(teams, scene), type: 'message', value, replyToId, ...words };
}
