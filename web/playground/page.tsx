import { useCallback, useMemo, useState } from 'react';
import { DeskContext } from './state/desk-context.ts';
import { type OwnAct, perform } from './state/perform.ts';
import { actors, directOf } from './state/reading.ts';
import { useRoute } from './state/use-route.ts';
import { type Connection, useWorkspace } from './state/use-workspace.ts';
import type { WorkspaceState } from './state/workspace-state.ts';
import { Workspace } from './workspace.tsx';

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
  const [troubles, setTroubles] = useState<readonly string[]>([]);
  const complain = useCallback((trouble: string) => setTroubles((all) => [...all.slice(-2), trouble]), []);
  const people = actors(state);
  const me = people.find(({ id }) => id === asked.as) ?? people[0];
  const as = me?.id ?? '';
  const isKnown = asked.place !== undefined && (asked.place === 'home' || state.channels.has(asked.place));
  const place = (isKnown ? asked.place : directOf(state, as)) ?? '';
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
    const route = { as, place, ...(thread ? { thread } : {}) };
    return me ? { state, me, route, act, go, complain } : undefined;
  }, [state, me, as, place, thread, act, go, complain]);
  if (!desk) return <p className="waiting">Nobody lives in this workspace: desk.yaml names no people.</p>;
  return (
    <DeskContext value={desk}>
      <Workspace connection={connection} />
      <div className="troubles" role="alert">
        {troubles.map((trouble, at) => (
          <p key={at} className="trouble">
            {trouble}
            <button
              type="button"
              className="icon-button"
              aria-label="Put away"
              onClick={() => setTroubles(troubles.toSpliced(at, 1))}
            >
              ✕
            </button>
          </p>
        ))}
      </div>
    </DeskContext>
  );
}
