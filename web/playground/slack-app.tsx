import { Announcer } from './around/announcer.tsx';
import { Sidebar } from './around/sidebar.tsx';
import { Modal } from './forms/modal.tsx';
import { useDesk } from './state/desk-context.ts';
import { directOf, nameOf } from './state/reading.ts';
import { useAnsweredThread } from './state/use-answered-thread.ts';
import { Conversation, titleOf } from './talk/conversation.tsx';
import { Home } from './talk/home.tsx';
import { ThreadPane } from './talk/thread-pane.tsx';

interface SlackAppProps {
  readonly unread: ReadonlySet<string>;
  readonly onOpen: (place: string) => void;
}

/** The Slack workspace: where one can go, what is said there, a thread beside it, and forms above. */
export function SlackApp({ unread, onOpen }: SlackAppProps) {
  const { state, me, route } = useDesk();
  useAnsweredThread();
  const place = route.place ?? '';
  const channel = state.channels.get(place);
  const thread = openThread(state.messages.get(place) ?? [], route.thread);
  const modals = state.modals[me.id] ?? [];
  const modal = modals.at(-1);
  return (
    <>
      <Sidebar unread={unread} onOpen={onOpen} />
      <main className="conversation" aria-label={channel ? titleOf(channel, state) : 'App Home'}>
        <header className="pane-head">
          <h2>{channel ? titleOf(channel, state) : nameOf(state, state.bot)}</h2>
          {channel && channel.type !== 'im' && <small>{channel.members.length} members</small>}
          {(place === 'home' || channel?.type === 'im') && <DeskTabs onOpen={onOpen} />}
        </header>
        {channel ? <Conversation channel={channel} /> : <Home />}
      </main>
      {channel && thread && <ThreadPane channel={channel} thread={thread} />}
      {modal && <Modal key={modal.id} view={modal} below={modals.length - 1} />}
      <Announcer place={place} />
    </>
  );
}

/** The address may name a reply; its thread is meant. */
function openThread(messages: readonly { ts: string; thread?: string }[], asked: string | undefined) {
  const root = messages.find(({ ts }) => ts === asked);
  return root?.thread ?? asked;
}

function DeskTabs({ onOpen }: { onOpen: (place: string) => void }) {
  const { state, me, route } = useDesk();
  const direct = directOf(state, me.id) ?? '';
  const tabs = [
    { name: 'Messages', place: direct },
    { name: 'Home', place: 'home' },
  ];
  return (
    <nav className="tabs" aria-label="The desk">
      {tabs.map(({ name, place }) => (
        <button
          key={name}
          type="button"
          className="tab"
          aria-current={route.place === place ? 'page' : undefined}
          onClick={() => onOpen(place)}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
