import { useCallback, useMemo, useState } from 'react';
import { type Note, Notes } from './around/notes.tsx';
import { DeskContext } from './state/desk-context.ts';
import { type OwnAct, perform } from './state/perform.ts';
import { directOf } from './state/reading.ts';
import { selvesIn } from './state/selves.ts';
import { useRoute } from './state/use-route.ts';
import { type Connection, useWorkspace } from './state/use-workspace.ts';
import type { WorkspaceState } from './state/workspace-state.ts';
import { chatOf } from './teams/state/reading-teams.ts';
import { Workspace } from './workspace.tsx';

/** What is only said in passing goes by itself, in milliseconds. */
const noticeMs = 8000;

/** The playground: connects, and draws the workspace once it is known. */
export function Page() {
  const { state, connection } = useWorkspace();
  if (state) return <Connected state={state} connection={connection} />;
  return (
    <main className="waiting">
      <p role="status">
        {connection === 'lost' ? 'The desk does not answer. It is tried again …' : 'Connecting to the desk …'}
      </p>
    </main>
  );
}

function Connected({ state, connection }: { state: WorkspaceState; connection: Connection }) {
  const [asked, go] = useRoute();
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const complain = useCallback(
    (words: string) => setNotes((all) => [...all.slice(-2), { words, isTrouble: true }]),
    [],
  );
  const tell = useCallback((words: string) => {
    const note = { words, isTrouble: false };
    setNotes((all) => [...all.slice(-2), note]);
    setTimeout(() => setNotes((all) => all.filter((one) => one !== note)), noticeMs);
  }, []);
  const selves = useMemo(() => selvesIn(state), [state]);
  const self = selves.find(({ id }) => id === asked.as) ?? selves[0];
  const as = self?.id ?? '';
  const { app } = asked;
  const isKnown = asked.place !== undefined && isPlace(state, asked.place, app);
  const own = app === 'teams' ? chatOf(state.teams, self?.teams?.id ?? '') : directOf(state, as);
  const place = (isKnown ? asked.place : own) ?? '';
  const thread = isKnown ? asked.thread : undefined;
  const act = useCallback(
    async (what: OwnAct) => {
      const answer = await perform(as, what);
      if (answer.trouble) complain(answer.trouble);
      return answer;
    },
    [as, complain],
  );
  const desk = useMemo(() => {
    if (!self) return undefined;
    const route = { ...(app ? { app } : {}), as, place, ...(thread ? { thread } : {}) };
    const { id, realName, role } = self;
    const me = self.slack ?? { id, name: realName, realName, role, isBot: false, isGone: false };
    return { state, selves, self, me, route, act, go, complain, tell };
  }, [state, selves, self, app, as, place, thread, act, go, complain, tell]);
  if (!desk) return <p className="waiting">Nobody lives in this workspace: desk.yaml names no people.</p>;
  return (
    <DeskContext value={desk}>
      <Workspace connection={connection} />
      <Notes notes={notes} onPutAway={(at) => setNotes(notes.toSpliced(at, 1))} />
    </DeskContext>
  );
}

function isPlace(state: WorkspaceState, place: string, app: 'teams' | undefined): boolean {
  return app === 'teams' ? state.teams.places.has(place) : place === 'home' || state.channels.has(place);
}
