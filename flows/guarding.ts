import type { ChatEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import { guardEvent } from '../src/secrets/guard-event.ts';
import { type Hidden, hideSecrets, type MarkOf } from '../src/secrets/hide-secrets.ts';
import { wordsFor } from '../src/words/words-for.ts';

/** What happened, without the secrets in it: this is what the desk keeps and works with. */
export function guarded(turn: Turn, desk: Desk): Turn {
  const event = guardEvent(turn.event, marksOf(desk));
  return event === turn.event ? turn : saying(turn, event);
}

/** Words that were fetched rather than delivered, without the secrets in them. */
export function guardedWords(text: string, desk: Desk): Hidden {
  return hideSecrets(text, marksOf(desk));
}

/** Marks are stored, and read by everybody: they are in the desk's language. */
function marksOf(desk: Desk): MarkOf {
  const { locale } = desk.config().desk;
  const { kinds } = wordsFor(locale, locale).secrets;
  return (kind) => kinds[kind].mark;
}

/** The same ways to answer, about another event. */
function saying(turn: Turn, event: ChatEvent): Turn {
  return {
    event,
    reply: (card) => turn.reply(card),
    replace: (card) => turn.replace(card),
    whisper: (card) => turn.whisper(card),
    openForm: (form) => turn.openForm(form),
    formProblem: (field, text) => turn.formProblem(field, text),
    showHome: (card) => turn.showHome(card),
  };
}
