import type { ChatEvent } from '../chat/event.ts';
import { hideSecrets, type MarkOf } from './hide-secrets.ts';
import { type SecretKind, secretKinds } from './sensitive.ts';

/**
 * The event without the secrets in its words, and which kinds there were in `hidden`; the same event when there were none.
 * Comes before the event is kept, so that a secret is in no store, not for a moment.
 */
export function guardEvent<E extends ChatEvent>(event: E, markOf: MarkOf): E {
  const own = new Set<SecretKind>();
  const others = new Set<SecretKind>();
  const guarded = withoutSecrets(event, {
    own: (text) => hide(text, markOf, own),
    others: (text) => hide(text, markOf, others),
    note: (kind) => void own.add(kind),
  });
  if (own.size + others.size === 0) return event;
  return {
    ...event,
    ...guarded,
    ...(own.size > 0 ? { hidden: [...own] } : {}),
    ...(others.size > 0 ? { hiddenOfOthers: [...others] } : {}),
  };
}

/** The kinds that {@link guardEvent} noted; the event may have lain in a store. */
export function kindsIn(noted: readonly string[] | undefined): readonly SecretKind[] {
  return secretKinds.filter((kind) => noted?.includes(kind));
}

function hide(text: string, markOf: MarkOf, found: Set<SecretKind>): string {
  const hidden = hideSecrets(text, markOf);
  for (const kind of hidden.kinds) found.add(kind);
  return hidden.text;
}

interface Hiding {
  /** In what the person said. */
  readonly own: (text: string) => string;
  /** In what somebody else said. */
  readonly others: (text: string) => string;
  /** What the person said was more than can be left standing. */
  readonly note: (kind: SecretKind) => void;
}

/** `/desk secret` leads to a page; who writes the secret behind it instead (a word or two that are no ticket's key) is stopped. */
function withoutHandedIn(text: string, note: Hiding['note']): string {
  const [, command, rest] = /^(secret)\s+(\S+(?:\s+\S+)?)$/i.exec(text) ?? [];
  if (command === undefined || rest === undefined || /^[A-Z]{3}-\d+$/i.test(rest)) return text;
  note('password');
  return command;
}

/** The parts of an event that hold words, without secrets. */
function withoutSecrets(event: ChatEvent, { own, others, note }: Hiding): Partial<ChatEvent> {
  switch (event.kind) {
    case 'message':
      return {
        text: own(event.text),
        files: event.files.map((file) => ({ ...file, name: own(file.name) })),
        ...(event.quoted ? { quoted: { ...event.quoted, text: others(event.quoted.text) } } : {}),
      };
    case 'command':
      return { text: own(withoutHandedIn(event.text, note)) };
    case 'search':
      return { text: own(event.text) };
    case 'form':
      return {
        values: Object.fromEntries(
          Object.entries(event.values).map(([name, value]) => [name, typeof value === 'string' ? own(value) : value]),
        ),
      };
    case 'action':
      return event.target ? { target: { ...event.target, text: others(event.target.text) } } : {};
    case 'reaction':
    case 'joined':
    case 'homeOpened':
      return {};
  }
}
