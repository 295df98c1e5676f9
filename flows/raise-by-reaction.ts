import type { ReactionEvent } from '../src/chat/event.ts';
import type { Flow } from './flow.ts';
import { raiseQuoted } from './raise-quoted.ts';

/** The ticket reaction on somebody's message raises it. Other reactions, and the desk's own messages, mean nothing. */
export const raiseByReaction: Flow<ReactionEvent> = async (turn, desk) => {
  if (turn.event.emoji !== desk.config().reaction) return;
  const quoted = await desk.chat.at(turn.event.message).message(turn.event.message);
  if (quoted && !quoted.isFromBot) await raiseQuoted(turn, desk, quoted, 'reaction');
};
