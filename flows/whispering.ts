import type { Card } from '../src/chat/card.ts';
import type { ChatEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import { mentionOf } from '../src/people/person.ts';
import { toldAloud } from '../src/views/told-aloud.ts';

/**
 * Says something to the person alone. Where there is no way to, because they do not have the app, it is said in the thread:
 * the thing itself when others may overhear it, else how to get it.
 */
export async function whisper(turn: Turn<ChatEvent>, desk: Desk, card: Card): Promise<void> {
  if (await turn.whisper(card)) return;
  const person = await desk.people.byRef(turn.event.person);
  const context = await desk.contexts.for(undefined);
  try {
    await turn.reply(toldAloud(card, mentionOf(person), context));
  } catch (error) {
    desk.log.warn({ err: error, event: turn.event.id }, 'the person could not be told');
  }
}
