import { Icon } from './icon.tsx';

/** What a phone shows, one at a time. */
export type Pane = 'places' | 'talk' | 'happened';

const panes = [
  { pane: 'places', sign: 'list', name: 'Channels' },
  { pane: 'talk', sign: 'talk', name: 'Talk' },
  { pane: 'happened', sign: 'clock', name: 'What happened' },
] as const;

interface BottomBarProps {
  readonly pane: Pane;
  readonly hasUnread: boolean;
  readonly onPick: (pane: Pane) => void;
}

export function BottomBar({ pane, hasUnread, onPick }: BottomBarProps) {
  return (
    <nav className="bottom-bar" aria-label="Panes">
      {panes.map((one) => (
        <button
          key={one.pane}
          type="button"
          aria-current={pane === one.pane ? 'page' : undefined}
          onClick={() => onPick(one.pane)}
        >
          <Icon name={one.sign} />
          {one.name}
          {one.pane === 'places' && hasUnread && <span className="dot" />}
        </button>
      ))}
    </nav>
  );
}
