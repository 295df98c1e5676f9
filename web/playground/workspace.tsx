import { useState } from 'react';
import { Announcer } from './around/announcer.tsx';
import { BottomBar, type Pane } from './around/bottom-bar.tsx';
import { Guide } from './around/guide.tsx';
import { Happened } from './around/happened.tsx';
import { Sidebar } from './around/sidebar.tsx';
import { TopBar } from './around/top-bar.tsx';
import { Modal } from './forms/modal.tsx';
import { useDesk } from './state/desk-context.ts';
import { directOf, isReply, nameOf } from './state/reading.ts';
import { useAnsweredThread } from './state/use-answered-thread.ts';
import { useUnread } from './state/use-unread.ts';
import type { Connection } from './state/use-workspace.ts';
import { Conversation, titleOf } from './talk/conversation.tsx';
import { Home } from './talk/home.tsx';
import { ThreadPane } from './talk/thread-pane.tsx';

/** Everything that stands on the page; on a phone one pane at a time. */
export function Workspace({ connection }: { connection: Connection }) {
  const { state, me, route, go } = useDesk();
  const [pane, setPane] = useState<Pane>('talk');
  const unread = useUnread(state, me.id, route.place);
  useAnsweredThread();
  const place = route.place ?? '';
  const channel = state.channels.get(place);
  const root = state.messages.get(place)?.find(({ ts }) => ts === route.thread);
  const thread = root && isReply(root) ? root.thread : route.thread;
  const modals = state.modals[me.id] ?? [];
  const modal = modals.at(-1);
  const open = (to: string) => {
    go({ as: me.id, place: to });
    setPane('talk');
  };
  const pick = (person: string) => {
    const stays = place === 'home' || (channel?.type !== 'im' && channel?.members.includes(person));
    const to = stays ? place : directOf(state, person);
    go({ as: person, ...(to ? { place: to } : {}), ...(stays && route.thread ? { thread: route.thread } : {}) });
  };
  return (
    <div className={`workspace show-${pane}${thread ? ' with-thread' : ''}`}>
      <TopBar unread={unread} connection={connection} onPick={pick} />
      <Sidebar unread={unread} onOpen={open} />
      <main className="conversation" aria-label={channel ? titleOf(channel, state) : 'App Home'}>
        <header className="pane-head">
          <h2>{channel ? titleOf(channel, state) : nameOf(state, state.bot)}</h2>
          {channel && channel.type !== 'im' && <small>{channel.members.length} members</small>}
          {(place === 'home' || channel?.type === 'im') && <DeskTabs onOpen={open} />}
        </header>
        {channel ? <Conversation channel={channel} /> : <Home />}
      </main>
      {channel && thread && <ThreadPane channel={channel} thread={thread} />}
      <aside className="right scroll">
        <Guide onFollow={() => setPane('talk')} />
        <Happened />
      </aside>
      <BottomBar pane={pane} hasUnread={[...unread].some((key) => key.startsWith(`${me.id}/`))} onPick={setPane} />
      {modal && <Modal key={modal.id} view={modal} below={modals.length - 1} />}
      <Announcer place={place} />
    </div>
  );
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
