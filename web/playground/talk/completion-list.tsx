import type { Completion } from './completions.ts';

interface CompletionListProps {
  readonly id: string;
  readonly offers: readonly Completion[];
  readonly chosen: number;
  readonly onPick: (offer: Completion) => void;
}

/** What the composer offers to write; it keeps the focus itself. */
export function CompletionList({ id, offers, chosen, onPick }: CompletionListProps) {
  return (
    <div id={id} role="listbox" className="completions" aria-label="What fits">
      {offers.map((offer, at) => (
        <button
          key={offer.insert}
          type="button"
          role="option"
          aria-selected={at === chosen}
          tabIndex={-1}
          // The composer must not lose the focus before the click has come through.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(offer)}
        >
          <b>{offer.label}</b> <small>{offer.hint}</small>
        </button>
      ))}
    </div>
  );
}
