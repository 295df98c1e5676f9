import type { Connection } from '../state/use-workspace.ts';
import { PersonPicker } from './person-picker.tsx';

interface TopBarProps {
  readonly unread: ReadonlySet<string>;
  readonly connection: Connection;
  readonly onPick: (person: string) => void;
}

/** Name, people, and whether the page is live. */
export function TopBar({ unread, connection, onPick }: TopBarProps) {
  return (
    <header className="top-bar">
      <h1>
        <img src={new URL('../icon.svg', import.meta.url).href} alt="" />
        <span>
          Deskhand <small>playground</small>
        </span>
      </h1>
      <PersonPicker unread={unread} onPick={onPick} />
      <p className={`connection ${connection}`} role="status">
        <span>{connection === 'live' ? 'Live' : 'Connecting again …'}</span>
      </p>
    </header>
  );
}
