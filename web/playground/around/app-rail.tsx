import { Icon } from './icon.tsx';

export type App = 'slack' | 'teams';

const apps = [
  { app: 'slack', sign: 'hash', name: 'Slack' },
  { app: 'teams', sign: 'people', name: 'Teams' },
] as const;

interface AppRailProps {
  readonly app: App;
  /** Where something new waits for whoever the page acts as. */
  readonly news: Readonly<Record<App, boolean>>;
  readonly onOpen: (app: App) => void;
}

/** The two apps in which the same people and the same desk are. */
export function AppRail({ app, news, onOpen }: AppRailProps) {
  return (
    <nav className="rail" aria-label="Apps">
      {apps.map((one) => (
        <button
          key={one.app}
          type="button"
          className={`rail-app ${one.app}`}
          aria-current={app === one.app ? 'page' : undefined}
          onClick={() => onOpen(one.app)}
        >
          <span className="rail-sign">
            <Icon name={one.sign} />
          </span>
          {one.name}
          {news[one.app] && app !== one.app && (
            <span className="dot">
              <span className="for-readers">has something new</span>
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}
