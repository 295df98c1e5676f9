import type { JoinedEvent } from '../src/chat/event.ts';
import type { Flow } from './flow.ts';

/** The desk was let into a conversation, perhaps one that it had looked for in vain. Saying hello would be noise. */
export const joinPlace: Flow<JoinedEvent> = async (turn, desk) => {
  if (turn.event.who === 'desk') desk.places.forgetMissing();
};
