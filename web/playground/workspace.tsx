import { lazy, Suspense, useEffect, useState } from 'react';
import { type App, AppRail } from './around/app-rail.tsx';
import { BottomBar, type Pane } from './around/bottom-bar.tsx';
import { Guide } from './around/guide.tsx';
import { Happened } from './around/happened.tsx';
import { TopBar } from './around/top-bar.tsx';
import { SlackApp } from './slack-app.tsx';
import { useDesk } from './state/desk-context.ts';
import { useMoves } from './state/use-moves.ts';
import { useUnread } from './state/use-unread.ts';
import type { Connection } from './state/use-workspace.ts';

/** Its renderer of cards is large, and Slack need not wait for it. */
const loadTeams = () => import('./teams/teams-app.tsx');
const TeamsApp = lazy(loadTeams);
/** By then the page stands, in milliseconds. */
const loadAfterMs = 1000;

/** Everything that stands on the page; on a phone one pane at a time. */
export function Workspace({ connection }: { connection: Connection }) {
  const { self, route } = useDesk();
  const [pane, setPane] = useState<Pane>('talk');
  const unread = useUnread();
  const { openPlace, openApp, openPerson } = useMoves();
  const app: App = route.app ?? 'slack';
  const news = { slack: hasNews(unread, self.slack?.id), teams: hasNews(unread, self.teams?.id) };
  useEffect(() => {
    const timer = setTimeout(() => void loadTeams(), loadAfterMs);
    return () => clearTimeout(timer);
  }, []);
  const open = (place: string) => {
    openPlace(place);
    setPane('talk');
  };
  const isInThread = app === 'slack' && route.thread !== undefined;
  return (
    <div className={`workspace in-${app} show-${pane}${isInThread ? ' with-thread' : ''}`}>
      <TopBar unread={unread} connection={connection} onPick={openPerson} />
      <AppRail app={app} news={news} onOpen={openApp} />
      {self[app] === undefined ? (
        <main className="conversation outside">
          {self.realName} has no account in {app === 'slack' ? 'Slack' : 'Teams'}.
        </main>
      ) : app === 'slack' ? (
        <SlackApp unread={unread} onOpen={open} />
      ) : (
        <Suspense fallback={<main className="conversation outside">One moment …</main>}>
          <TeamsApp unread={unread} onOpen={open} />
        </Suspense>
      )}
      <aside className="right scroll">
        <Guide onFollow={() => setPane('talk')} />
        <Happened />
      </aside>
      <BottomBar app={app} pane={pane} hasUnread={news[app]} onPick={setPane} />
    </div>
  );
}

function hasNews(unread: ReadonlySet<string>, person: string | undefined): boolean {
  return person !== undefined && [...unread].some((key) => key.startsWith(`${person}/`));
}
