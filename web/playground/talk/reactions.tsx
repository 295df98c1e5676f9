import type { WireMessage } from '../../../playground/page/wire.ts';
import { emojiOf } from '../blocks/emoji.ts';
import { useDesk } from '../state/desk-context.ts';
import { nameOf } from '../state/reading.ts';

/** The emoji under a message; a click adds one's own or takes it back. */
export function Reactions({ message }: { message: WireMessage }) {
  const { act, me, state } = useDesk();
  const { channel, ts, reactions } = message;
  if (reactions.length === 0) return null;
  return (
    <div className="reactions">
      {reactions.map(({ name, users }) => {
        const isMine = users.includes(me.id);
        const who = users.map((user) => nameOf(state, user)).join(', ');
        return (
          <button
            key={name}
            type="button"
            className="reaction"
            aria-pressed={isMine}
            title={`${who} reacted with :${name}:`}
            onClick={() => void act({ do: isMine ? 'unreact' : 'react', channel, ts, emoji: name })}
          >
            {emojiOf(name)} {users.length}
          </button>
        );
      })}
    </div>
  );
}
