import { useDesk } from '../state/desk-context.ts';
import { channelsOf, directOf, nameOf } from '../state/reading.ts';
import { Icon, type IconName } from './icon.tsx';
import { moveFocus } from './move-focus.ts';

interface SidebarProps {
  readonly unread: ReadonlySet<string>;
  readonly onOpen: (place: string) => void;
}

/** Where one can go: the channels, and the desk itself. */
export function Sidebar({ unread, onOpen }: SidebarProps) {
  const { state, me, route, act } = useDesk();
  const direct = directOf(state, me.id);
  const desk = nameOf(state, state.bot);
  return (
    <nav className="sidebar scroll" aria-label="Channels and the desk" onKeyDown={moveFocus}>
      <section className="me">
        <b>{me.realName}</b>
        <small>{me.role}</small>
      </section>
      <button type="button" className="button new-issue" onClick={() => void act({ do: 'new issue' })}>
        + New issue
      </button>
      <h2>Channels</h2>
      <ul>
        {channelsOf(state, me.id).map(({ id, name, type, members }) => (
          <li key={id}>
            <Place
              sign={type === 'group' ? 'lock' : 'hash'}
              name={name}
              isHere={route.place === id}
              isUnread={unread.has(`${me.id}/${id}`)}
              isOutside={!members.includes(me.id)}
              onOpen={() => onOpen(id)}
            />
          </li>
        ))}
      </ul>
      <h2>{desk}</h2>
      <ul>
        {direct && (
          <li>
            <Place
              sign="talk"
              name="Messages"
              isHere={route.place === direct}
              isUnread={unread.has(`${me.id}/${direct}`)}
              onOpen={() => onOpen(direct)}
            />
          </li>
        )}
        <li>
          <Place sign="house" name="App Home" isHere={route.place === 'home'} onOpen={() => onOpen('home')} />
        </li>
      </ul>
    </nav>
  );
}

interface PlaceProps {
  readonly sign: IconName;
  readonly name: string;
  readonly isHere: boolean;
  readonly isUnread?: boolean;
  readonly isOutside?: boolean;
  readonly onOpen: () => void;
}

function Place({ sign, name, isHere, isUnread = false, isOutside = false, onOpen }: PlaceProps) {
  const look = [isUnread && !isHere && 'unread', isOutside && 'outside-place'].filter(Boolean).join(' ');
  return (
    <button type="button" className={`place ${look}`} aria-current={isHere ? 'page' : undefined} onClick={onOpen}>
      <span className="sign" aria-hidden="true">
        <Icon name={sign} />
      </span>
      <span className="place-name">{name}</span>
      {isUnread && !isHere && (
        <span className="dot">
          <span className="for-readers">unread</span>
        </span>
      )}
    </button>
  );
}
