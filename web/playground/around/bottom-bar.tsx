import type { App } from './app-rail.tsx';
import { Icon } from './icon.tsx';

/** What a phone shows, one at a time. */
export type Pane = 'places' | 'talk' | 'happened';

const panes = [
  { pane: 'places', sign: 'list', name: undefined },
  { pane: 'talk', sign: 'talk', name: 'Talk' },
  { pane: 'happened', sign: 'clock', name: 'What happened' },
] as const;

const placesOf = { slack: 'Channels', teams: 'Chats' } as const;

interface BottomBarProps {
  readonly app: App;
  readonly pane: Pane;
  readonly hasUnread: boolean;
  readonly onPick: (pane: Pane) => void;
}

export function BottomBar({ app, pane, hasUnread, onPick }: BottomBarProps) {
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
          {one.name ?? placesOf[app]}
          {one.pane === 'places' && hasUnread && <span className="dot" />}
        </button>
      ))}
    </nav>
  );
}
