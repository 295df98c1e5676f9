import type { WirePlace } from '../../../../playground/page/teams/wire.ts';
import { Avatar } from '../../around/avatar.tsx';
import { Icon } from '../../around/icon.tsx';
import { moveFocus } from '../../around/move-focus.ts';
import { chatsOf, nameIn, teamsOf, titleOf } from '../state/reading-teams.ts';
import { useTeams } from '../state/use-teams.ts';
import { asTyped } from '../talk/typed-text.ts';

interface PlaceListProps {
  readonly unread: ReadonlySet<string>;
  readonly onOpen: (place: string) => void;
}

/** Where one can go in Teams: chats, and teams with their channels. */
export function PlaceList({ unread, onOpen }: PlaceListProps) {
  const { state, me, act, place } = useTeams();
  return (
    <nav className="sidebar teams-list scroll" aria-label="Chats and teams" onKeyDown={moveFocus}>
      <section className="me">
        <b>{me.realName}</b>
        <small>{me.role}</small>
      </section>
      <button type="button" className="button new-issue" onClick={() => void act({ do: 'new issue', place })}>
        + New issue
      </button>
      <h2>Chats</h2>
      <ul>
        {chatsOf(state, me.id).map((chat) => (
          <li key={chat.id}>
            <ChatEntry chat={chat} isUnread={unread.has(`${me.id}/${chat.id}`)} onOpen={() => onOpen(chat.id)} />
          </li>
        ))}
      </ul>
      <h2>Teams and channels</h2>
      {teamsOf(state, me.id).map(({ team, channels }) => (
        <section key={team.id} aria-label={team.name}>
          <h3>
            <span className="team-sign" aria-hidden="true">
              {team.name.slice(0, 1)}
            </span>
            {team.name}
          </h3>
          <ul>
            {channels.map(({ id, name, isPrivate }) => (
              <li key={id}>
                <button
                  type="button"
                  className={`place channel ${unread.has(`${me.id}/${id}`) && id !== place ? 'unread' : ''}`}
                  aria-current={id === place ? 'page' : undefined}
                  onClick={() => onOpen(id)}
                >
                  <span className="place-name">{name}</span>
                  {isPrivate && <Icon name="lock" />}
                  <Unread isShown={unread.has(`${me.id}/${id}`) && id !== place} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

interface ChatEntryProps {
  readonly chat: WirePlace;
  readonly isUnread: boolean;
  readonly onOpen: () => void;
}

/** A chat with the latest that was said in it. */
function ChatEntry({ chat, isUnread, onOpen }: ChatEntryProps) {
  const { state, me, place } = useTeams();
  const isHere = chat.id === place;
  const last = state.posts.get(chat.id)?.findLast(({ isDeleted }) => !isDeleted);
  const who = last?.from === me.id ? 'You: ' : last && chat.kind === 'groupChat' ? `${nameIn(state, last.from)}: ` : '';
  const title = titleOf(state, chat);
  return (
    <button
      type="button"
      className={`place chat-entry ${isUnread && !isHere ? 'unread' : ''}`}
      aria-current={isHere ? 'page' : undefined}
      aria-label={title}
      onClick={onOpen}
    >
      <Avatar name={title} isBot={chat.kind === 'personal'} />
      <span className="chat-words">
        <span className="place-name">{title}</span>
        <small>{last ? `${who}${asTyped(last) || 'Sent a card'}` : 'Nothing said yet'}</small>
      </span>
      <Unread isShown={isUnread && !isHere} />
    </button>
  );
}

function Unread({ isShown }: { isShown: boolean }) {
  if (!isShown) return null;
  return (
    <span className="dot">
      <span className="for-readers">unread</span>
    </span>
  );
}
