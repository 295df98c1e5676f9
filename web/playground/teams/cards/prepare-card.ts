import type { WireJson, WireObject } from '../../../../playground/page/wire.ts';
import { objectIn, objectsIn, stringIn } from '../../state/reading.ts';
import { mentionBegin, mentionEnd } from './card-text.ts';

/** Somebody whom a people picker offers. */
export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** Whom Teams itself looks up in a people picker. */
const everybody = 'graph.microsoft.com/users';

/**
 * A card as the renderer takes it: every button knows where it stands, a mention is told from letters by the card's own list of
 * them, and a people picker has people.
 * @param at the card's place among the message's cards
 */
export function preparedCard(card: WireObject, at: number, people: readonly Choice[]): WireObject {
  const tags = objectsIn(objectIn(card.msteams).entities).flatMap(({ type, text }) =>
    type === 'mention' && typeof text === 'string' ? [text] : [],
  );
  return objectIn(prepared(card, `/${at}`, { tags, people }));
}

interface Preparing {
  readonly tags: readonly string[];
  readonly people: readonly Choice[];
}

function prepared(value: WireJson | undefined, path: string, to: Preparing): WireJson | undefined {
  if (Array.isArray(value)) return value.map((one: WireJson, at) => prepared(one, `${path}/${at}`, to) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  const whole = objectIn(value);
  const parts = Object.entries(whole).map(([name, part]) => [name, partOf(whole, name, part, `${path}/${name}`, to)]);
  const type = stringIn(whole.type);
  return {
    ...Object.fromEntries(parts),
    ...(type.startsWith('Action.') ? { id: path } : {}),
    ...(type === 'Input.ChoiceSet' ? choicesOf(whole, to.people) : {}),
  };
}

function partOf(whole: WireObject, name: string, part: WireJson | undefined, path: string, to: Preparing) {
  // What a click brings back is none of the reader's.
  if (name === 'data' || name === 'msteams') return part;
  if (typeof part !== 'string') return prepared(part, path, to);
  const isDrawn = name === 'text' || (whole.type === undefined && (name === 'title' || name === 'value'));
  return isDrawn ? withMentions(part, to.tags) : part;
}

function withMentions(text: string, tags: readonly string[]): string {
  const plain = text.replaceAll(mentionBegin, '').replaceAll(mentionEnd, '');
  return plain.replace(/<at>(.*?)<\/at>/gs, (tag, name: string) =>
    tags.includes(tag) ? `${mentionBegin}${name}${mentionEnd}` : tag,
  );
}

function choicesOf(input: WireObject, people: readonly Choice[]): WireObject {
  if (objectIn(input['choices.data']).dataset !== everybody) return {};
  return { 'choices.data': undefined, choices: people.map(({ title, value }) => ({ title, value })) };
}
