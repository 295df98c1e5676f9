import { useEffect, useReducer, useState } from 'react';
import type { Update } from '../../../playground/page/wire.ts';
import { type WorkspaceState, withUpdate } from './workspace-state.ts';

export type Connection = 'connecting' | 'live' | 'lost';

/** So long are updates gathered before the page is drawn anew, in milliseconds: a burst must not drown it. */
const gatherMs = 16;

/** Follows the workspace live. After a lost connection the browser comes back by itself and gets everything anew. */
export function useWorkspace(): { state: WorkspaceState | undefined; connection: Connection } {
  const [state, update] = useReducer(withUpdates, undefined);
  const [connection, setConnection] = useState<Connection>('connecting');
  useEffect(() => {
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let gathered: Update[] = [];
    const draw = () => {
      const some = gathered;
      gathered = [];
      update(some);
    };
    const connect = () => {
      source = new EventSource('/playground/api/stream');
      source.onmessage = ({ data }: MessageEvent<string>) => {
        setConnection('live');
        gathered.push(JSON.parse(data) as Update);
        if (gathered.length === 1) setTimeout(draw, gatherMs);
      };
      source.onerror = () => {
        setConnection('lost');
        // A browser gives up after an answer that is no stream; the desk may be back in a moment.
        if (source?.readyState === EventSource.CLOSED) again = setTimeout(connect, 2000);
      };
    };
    connect();
    return () => {
      source?.close();
      clearTimeout(again);
    };
  }, []);
  return { state, connection };
}

function withUpdates(state: WorkspaceState | undefined, updates: readonly Update[]): WorkspaceState | undefined {
  return updates.reduce(withUpdate, state);
}
