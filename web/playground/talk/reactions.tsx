import type { WireMessage } from '../../../playground/page/wire.ts';
import { emojiOf } from '../blocks/emoji.ts';
import { useDesk } from '../state/desk-context.ts';
import { nameOf } from '../state/reading.ts';
import { ReactionList } from './reaction-list.tsx';

/** The emoji under a message of Slack. */
export function Reactions({ message }: { message: WireMessage }) {
  const { act, me, state } = useDesk();
  const { channel, ts } = message;
  const reactions = message.reactions.map(({ name, users }) => ({
    ...{ name, sign: emojiOf(name), count: users.length, isMine: users.includes(me.id) },
    title: `${users.map((user) => nameOf(state, user)).join(', ')} reacted with :${name}:`,
  }));
  return (
    <ReactionList
      reactions={reactions}
      onToggle={({ name, isMine }) => void act({ do: isMine ? 'unreact' : 'react', channel, ts, emoji: name })}
    />
  );
}
