import type { MessageEvent } from '../src/chat/event.ts';
import type { PersonRef } from '../src/chat/refs.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import { kindsIn } from '../src/secrets/guard-event.ts';
import type { SecretKind } from '../src/secrets/sensitive.ts';
import { hiddenSecretCard } from '../src/views/hidden-secret-card.ts';
import { whisper } from './whispering.ts';

/** Who wrote a secret hears at once what was hidden and how to make it worthless. What was not meant for the desk is let be. */
export async function tellOfSecret(turn: Turn, desk: Desk): Promise<void> {
  const { event } = turn;
  const kinds = kindsIn(event.hidden);
  if (kinds.length > 0 && (event.kind !== 'message' || (await isForDesk(event, desk)))) {
    const context = await desk.contexts.for(await desk.people.byRef(event.person));
    const message = event.kind === 'message' ? { message: { permalink: event.permalink } } : {};
    await whisper(turn, desk, hiddenSecretCard({ kinds, ...message }, context));
  }
  const others = kindsIn(event.hiddenOfOthers);
  if (event.kind === 'action' && event.target && others.length > 0) {
    await tellAuthor(desk, { event: event.id, ...event.target }, others);
  }
}

/** Somebody else has brought a message with a secret to the desk: its author hears so directly. */
export async function tellAuthor(
  desk: Desk,
  { event, author, permalink }: { readonly event: string; readonly author: PersonRef; readonly permalink?: string },
  kinds: readonly SecretKind[],
): Promise<void> {
  const context = await desk.contexts.for(await desk.people.byRef(author));
  const card = hiddenSecretCard({ kinds, message: { permalink }, isByOther: true }, context);
  const adapter = desk.chat.at(author);
  try {
    await adapter.post(await adapter.direct(author), { ...card, mark: { id: `secret:${event}` } });
  } catch (error) {
    desk.log.warn({ err: error, event }, 'the author of a secret could not be told');
  }
}

/** Whether the desk was spoken to, or listens there, or it is about a ticket. */
async function isForDesk({ setting, mentionsDesk, place, thread }: MessageEvent, desk: Desk): Promise<boolean> {
  if (setting !== 'channel' || mentionsDesk) return true;
  return (
    (await desk.places.channel(place))?.open === 'message' ||
    (await desk.places.isTriage(place)) ||
    (await desk.ticketStore.inThread(thread)).length > 0
  );
}
