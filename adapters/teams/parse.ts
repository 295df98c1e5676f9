import type { ChatEvent, JoinedEvent, ReactionEvent } from '../../src/chat/event.ts';
import { isPayload, type Payload, part, parts, word } from '../../src/chat/payload.ts';
import { parseInvoke, parseSubmit } from './parse-invoke.ts';
import { parseDeleted, parseEdited, parseMessage } from './parse-message.ts';
import { messageRef, personRef } from './place-id.ts';
import { deliveryId, type Reading, sceneOf, userIn } from './reading.ts';

/**
 * What an activity of Teams says happened, in the desk's words. Everything the desk does not listen to and all that bots
 * say gives nothing; so does whatever is not shaped as Microsoft's documentation says.
 */
export function parse(activity: Payload, reading: Reading): ChatEvent | undefined {
  switch (activity.type) {
    case 'message':
      return isPayload(activity.value) && !word(activity, 'text')
        ? parseSubmit(activity, reading)
        : parseMessage(activity, reading);
    case 'messageUpdate':
      return parseEdited(activity, reading);
    case 'messageDelete':
      return parseDeleted(activity, reading);
    case 'messageReaction':
      return parseReaction(activity, reading);
    case 'conversationUpdate':
      return parseJoined(activity, reading);
    case 'installationUpdate':
      return parseInstalled(activity, reading);
    case 'invoke':
      return parseInvoke(activity, reading);
    default:
      return undefined;
  }
}

function parseReaction(activity: Payload, reading: Reading): ReactionEvent | undefined {
  const scene = sceneOf(activity, reading);
  const id = word(activity, 'replyToId');
  if (scene === undefined || id === undefined) return undefined;
  const added = parts(activity, 'reactionsAdded').map((each) => emojiIn(word(each, 'type') ?? ''));
  const wanted = reading.reaction?.();
  const emoji = wanted === undefined ? added[0] : added.find((each) => each === wanted);
  if (!emoji) return undefined;
  const { person, place, at, tenant, conversation, root } = scene;
  const message = messageRef(tenant, conversation, id, root);
  // One reaction may come and go and come again on one message: its own id tells them apart.
  return {
    kind: 'reaction',
    id: deliveryId(scene, activity, `reaction:${word(activity, 'timestamp') ?? ''}`),
    person,
    place,
    at,
    emoji,
    message,
  };
}

/** `like`, `1f3ab_ticket`, `1f44b_wavinghand-tone4` or the sign itself: the name, without code and tone. */
function emojiIn(type: string): string {
  if (type === '\u{1f3ab}') return 'ticket';
  return type.replace(/^[0-9a-f]{4,}(?:-[0-9a-f]{4,})*_/, '').replace(/-tone\d$/, '');
}

/** The desk or a person came in; of several who came together the desk counts, then the first. */
function parseJoined(activity: Payload, reading: Reading): JoinedEvent | undefined {
  const scene = sceneOf(activity, reading);
  const added = parts(activity, 'membersAdded');
  if (scene === undefined || added.length === 0) return undefined;
  const desk = word(part(activity, 'recipient'), 'id');
  const { place, at, tenant } = scene;
  const isDesk = added.some(({ id }) => id === desk);
  const user = added.map(userIn).find((each) => each !== undefined);
  const person = isDesk || user === undefined ? scene.person : personRef(tenant, user);
  if (!isDesk && user === undefined) return undefined;
  return {
    kind: 'joined',
    id: deliveryId(scene, activity, 'joined'),
    person,
    place,
    at,
    who: isDesk ? 'desk' : 'person',
  };
}

/** Installing is a way of coming in; removing is none of going on. */
function parseInstalled(activity: Payload, reading: Reading): JoinedEvent | undefined {
  const scene = sceneOf(activity, reading);
  if (scene === undefined || !word(activity, 'action')?.startsWith('add')) return undefined;
  const { person, place, at } = scene;
  return { kind: 'joined', id: deliveryId(scene, activity, 'installed'), person, place, at, who: 'desk' };
}
