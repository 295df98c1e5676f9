import type { WirePost } from '../../../../playground/page/teams/wire.ts';
import { MenuButton, type MenuItem } from '../../around/menu-button.tsx';
import { useTeams } from '../state/use-teams.ts';
import { quickReactions } from './teams-emoji.ts';

interface PostToolsProps {
  readonly post: WirePost;
  readonly onEdit: () => void;
  /** Left out where one answers in the thread. */
  readonly onQuote?: () => void;
}

/** What one can do with a message: they show under the pointer and with the focus. */
export function PostTools({ post, onEdit, onQuote }: PostToolsProps) {
  const { act, me } = useTeams();
  const { id, place, from } = post;
  const has = (type: string) => post.reactions.some((one) => one.type === type && one.people.includes(me.id));
  const react = (reaction: string) => void act({ do: has(reaction) ? 'unreact' : 'react', place, post: id, reaction });
  const own: readonly MenuItem[] = [
    { label: 'Edit', pick: onEdit },
    { label: 'Delete', pick: () => void act({ do: 'delete', place, post: id }), isDangerous: true },
  ];
  const items: readonly MenuItem[] = [
    ...(onQuote ? [{ label: 'Reply', pick: onQuote }] : []),
    { label: 'Raise as issue', pick: () => void act({ do: 'raise', place, post: id }) },
    ...quickReactions.map(({ type, sign, name }) => ({
      label: has(type) ? `Take ${sign} away` : `${sign} ${name}`,
      pick: () => react(type),
    })),
    ...(from === me.id ? own : []),
  ];
  return (
    <div className="tools">
      {quickReactions.map(({ type, sign, name }) => (
        <button
          key={type}
          type="button"
          className="tool quick"
          title={name}
          aria-label={name}
          aria-pressed={has(type)}
          onClick={() => react(type)}
        >
          {sign}
        </button>
      ))}
      <MenuButton label="More options" items={items} className="tool" />
    </div>
  );
}
