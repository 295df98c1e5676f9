import type { WirePost } from '../../../../playground/page/teams/wire.ts';
import { ReactionList } from '../../talk/reaction-list.tsx';
import { nameIn } from '../state/reading-teams.ts';
import { useTeams } from '../state/use-teams.ts';
import { signOf } from './teams-emoji.ts';

/** The emoji under a message of Teams. */
export function PostReactions({ post }: { post: WirePost }) {
  const { act, me, state } = useTeams();
  const { id, place } = post;
  const reactions = post.reactions.map(({ type, people }) => ({
    ...{ name: type, sign: signOf(type), count: people.length, isMine: people.includes(me.id) },
    title: people.map((person) => nameIn(state, person)).join(', '),
  }));
  return (
    <ReactionList
      reactions={reactions}
      onToggle={({ name, isMine }) => void act({ do: isMine ? 'unreact' : 'react', place, post: id, reaction: name })}
    />
  );
}
