import type { WirePost } from '../../../../playground/page/teams/wire.ts';
import { nameIn } from '../state/reading-teams.ts';
import { useTeams } from '../state/use-teams.ts';
import { signOf } from './teams-emoji.ts';

/** The emoji under a message; a click adds one's own or takes it back. */
export function PostReactions({ post }: { post: WirePost }) {
  const { act, me, state } = useTeams();
  const { id, place, reactions } = post;
  if (reactions.length === 0) return null;
  return (
    <div className="reactions">
      {reactions.map(({ type, people }) => {
        const isMine = people.includes(me.id);
        const who = people.map((person) => nameIn(state, person)).join(', ');
        return (
          <button
            key={type}
            type="button"
            className="reaction"
            aria-pressed={isMine}
            title={who}
            onClick={() => void act({ do: isMine ? 'unreact' : 'react', place, post: id, reaction: type })}
          >
            {signOf(type)} {people.length}
          </button>
        );
      })}
    </div>
  );
}
