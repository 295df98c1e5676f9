import type { JsonObject } from '../../slack/json.ts';
import type { Identity } from '../model.ts';
import type { People } from '../people.ts';

/** What a person's words become on their way: the text with tags for mentions, who is mentioned, and the same as HTML. */
export interface TypedText {
  readonly text: string;
  readonly mentions: readonly JsonObject[];
  readonly html: string;
}

/**
 * Takes words as a person types them. `<@bot>` and `<@dana>` are what they picked from the list after typing an @;
 * everything else is data, so that Teams escapes it.
 */
export function typedText(typed: string, { people, identity }: { people: People; identity: Identity }): TypedText {
  const mentions: JsonObject[] = [];
  const words = typed.split(/(<@[^<>\s]+>)/);
  const parts = words.map((part) => {
    const mentioned = mentionedIn(part, people, identity);
    if (!mentioned) return { text: escaped(part), html: escaped(part).replaceAll('\n', '<br>') };
    const text = `<at>${escaped(mentioned.name)}</at>`;
    const itemId = mentions.push({ type: 'mention', mentioned, text }) - 1;
    const attributes = `itemtype="http://schema.skype.com/Mention" itemscope itemid="${itemId}"`;
    return { text, html: `<span ${attributes}>${escaped(mentioned.name)}</span>` };
  });
  const html = `<p>${parts.map((part) => part.html).join('')}</p>`;
  return { text: parts.map((part) => part.text).join(''), mentions, html };
}

function mentionedIn(part: string, people: People, identity: Identity): { id: string; name: string } | undefined {
  const name = /^<@([^<>\s]+)>$/.exec(part)?.[1];
  if (name === undefined) return undefined;
  if (name.toLowerCase() === 'bot') return { id: identity.botId, name: identity.botName };
  const person = people.find(name);
  return person && { id: person.id, name: person.realName };
}

/** Text as it stands in HTML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
