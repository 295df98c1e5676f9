import { isObject, type JsonObject, objectsIn, textIn } from '../slack/json.ts';
import { cardsIn } from './cards/card-words.ts';
import type { TeamsMessage } from './model.ts';

/** Whom a message would notify: ids as the mentions name them. By it a test proves that nobody's words ping anyone. */
export function pingsIn(message: TeamsMessage): readonly string[] {
  const inCards = cardsIn(message).flatMap(({ msteams }) =>
    objectsIn(isObject(msteams) ? msteams.entities : undefined),
  );
  return [...new Set([...message.entities, ...inCards].flatMap(mentionedBy))];
}

function mentionedBy({ type, mentioned }: JsonObject): readonly string[] {
  const id = isObject(mentioned) ? textIn(mentioned.id) : undefined;
  return type === 'mention' && id !== undefined ? [id] : [];
}
