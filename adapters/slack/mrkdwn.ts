/** How the people and the desk of one message are called. */
export interface Names {
  /** The desk's own user: its mention is left out. */
  readonly self: string;
  /** The name of a user or channel id, when it is known. */
  readonly nameOf: (id: string) => string | undefined;
}

/**
 * Slack's escaped text as the plain text a person meant: mentions as `@Name`, channels as `#name`, links as `label (url)`.
 * Source: https://docs.slack.dev/messaging/formatting-message-text
 */
export function plainFromMrkdwn(text: string, names: Names): string {
  if (!/[<&]/.test(text)) return text.trim();
  return tidy(
    text.replace(reference, (_, inside: string) => resolved(inside, names)).replace(/&(amp|lt|gt);/g, entity),
  );
}

/** A mention as a plain word; nothing for the desk's own. */
export function mentionWord(user: string, label: string | undefined, names: Names): string {
  if (user === names.self) return left;
  return `@${label ?? names.nameOf(user) ?? 'someone'}`;
}

/** A link as a reader of plain text can use it. */
export function linkWords(label: string | undefined, url: string): string {
  const address = url.replace(/^mailto:/, '');
  return label === undefined || label === url || label === address ? address : `${label} (${address})`;
}

/** Takes away the space that a left-out mention leaves, and what stands around the whole. */
export function tidy(text: string): string {
  return text.replaceAll(`${left} `, '').replaceAll(left, '').trim();
}

/** The names that a text itself tells beside the ids: `<#C1|general>`. */
export function labelsIn(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/<[@#]([A-Z0-9]+)\|([^<>]+)>/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

/** The users that a text names and whose names only a profile can tell. */
export function namedUsers(text: string): readonly string[] {
  return [...text.matchAll(/<@([UW][A-Z0-9]+)>/g)].map((match) => match[1] ?? '');
}

/** Stands where the desk was mentioned; nobody can type it. */
const left = '\u0000';

const reference = /<([^<>]+)>/g;

function resolved(inside: string, names: Names): string {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 || bar === inside.length - 1 ? undefined : inside.slice(bar + 1);
  switch (target[0]) {
    case '@':
      return mentionWord(target.slice(1), label, names);
    case '#':
      return `#${label ?? names.nameOf(target.slice(1)) ?? 'channel'}`;
    case '!':
      return special(target.slice(1), label);
    default:
      return linkWords(label, target);
  }
}

function special(target: string, label: string | undefined): string {
  const kind = target.split('^')[0] ?? '';
  if (kind === 'channel' || kind === 'here' || kind === 'everyone') return `@${kind}`;
  if (kind === 'subteam') return label?.startsWith('@') ? label : `@${label ?? 'group'}`;
  return label ?? kind;
}

function entity(written: string): string {
  return written === '&amp;' ? '&' : written === '&lt;' ? '<' : '>';
}
