import { Avatar } from '../around/avatar.tsx';
import { PlaceList } from './around/place-list.tsx';
import { TeamsAnnouncer } from './around/teams-announcer.tsx';
import { TaskDialog } from './forms/task-dialog.tsx';
import { membersOf, titleOf } from './state/reading-teams.ts';
import { useTeams } from './state/use-teams.ts';
import { Channel } from './talk/channel.tsx';
import { Chat } from './talk/chat.tsx';
import './styles/look.css';
import './styles/list.css';
import './styles/talk.css';
import './styles/posts.css';
import './styles/compose.css';
import './styles/cards.css';
import './styles/task.css';
import './styles/phone.css';

interface TeamsAppProps {
  readonly unread: ReadonlySet<string>;
  readonly onOpen: (place: string) => void;
}

/** The Teams tenant: chats and teams at the left, what is said there, a task module above. */
export default function TeamsApp({ unread, onOpen }: TeamsAppProps) {
  const { state, me, place: id } = useTeams();
  const place = state.places.get(id);
  const members = place ? membersOf(state, place) : [];
  const task = state.tasks[me.id];
  const title = place ? titleOf(state, place) : 'Teams';
  return (
    <>
      <PlaceList unread={unread} onOpen={onOpen} />
      <main className="conversation" aria-label={title}>
        <header className="pane-head">
          {place && <Avatar name={title} isBot={place.kind === 'personal'} />}
          <h2>
            {title} {place?.team && <small>{state.teams.get(place.team)?.name}</small>}
          </h2>
          <span className="teams-tab">{place?.kind === 'channel' ? 'Posts' : 'Chat'}</span>
          {place && place.kind !== 'personal' && <small className="count">{members.length} members</small>}
        </header>
        {place && !members.includes(me.id) && (
          <p className="empty">
            {me.realName} is not in {title}.
          </p>
        )}
        {place && members.includes(me.id) && <Talk key={`${me.id}/${id}`} id={id} />}
      </main>
      {task && <TaskDialog key={me.id} task={task} />}
      <TeamsAnnouncer place={id} />
    </>
  );
}

function Talk({ id }: { id: string }) {
  const { state } = useTeams();
  const place = state.places.get(id);
  if (!place) return null;
  return place.kind === 'channel' ? <Channel place={place} /> : <Chat place={place} />;
}
