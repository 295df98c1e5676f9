import type { People } from '../people.ts';

/**
 * What Slack's composer makes of what a person types. Mentions picked from its menu are written `<@dana>`, `<@U…>`,
 * `<@BOT>`, `<#C…>` and `<!channel>`, as tests and the page hand them over; addresses become links; and every other
 * & < > is escaped.
 */
export function typedText(text: string, people: People): string {
  return text
    .split(/(<@[^<>\s|]+>|<#[A-Z0-9]+>|<!(?:here|channel|everyone)>|https?:\/\/[^\s<>|]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/)
    .map((part, index) => (index % 2 === 0 ? escaped(part) : token(part, people)))
    .join('');
}

/**
 * What Slack makes of the text behind a slash command whose `should_escape` is on: mentions carry the name too, and
 * & < > are escaped.
 */
export function commandText(text: string, people: People): string {
  return text
    .split(/(<@[^<>\s|]+>)/)
    .map((part, index) => (index % 2 === 0 ? escaped(part) : named(part, people)))
    .join('');
}

function named(part: string, people: People): string {
  const person = people.find(part.slice(2, -1));
  return person ? `<@${person.id}|${person.name}>` : escaped(part);
}

function token(part: string, people: People): string {
  if (part.startsWith('<@')) return mention(part, people);
  if (part.startsWith('<')) return part;
  if (part.startsWith('http')) return `<${escaped(part)}>`;
  return `<mailto:${part}|${part}>`;
}

function mention(part: string, people: People): string {
  const person = people.find(part.slice(2, -1));
  return person ? `<@${person.id}>` : escaped(part);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
