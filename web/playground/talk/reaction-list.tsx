/** An emoji under a message, and who put it there. */
export interface ReactionShown {
  readonly name: string;
  readonly sign: string;
  readonly count: number;
  readonly isMine: boolean;
  /** Who reacted, in words. */
  readonly title: string;
}

interface ReactionListProps {
  readonly reactions: readonly ReactionShown[];
  readonly onToggle: (reaction: ReactionShown) => void;
}

/** The emoji under a message; a click adds one's own or takes it back. */
export function ReactionList({ reactions, onToggle }: ReactionListProps) {
  if (reactions.length === 0) return null;
  return (
    <div className="reactions">
      {reactions.map((one) => (
        <button
          key={one.name}
          type="button"
          className="reaction"
          aria-pressed={one.isMine}
          title={one.title}
          onClick={() => onToggle(one)}
        >
          {one.sign} {one.count}
        </button>
      ))}
    </div>
  );
}
