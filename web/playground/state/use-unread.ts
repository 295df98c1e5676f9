import { useEffect, useMemo, useState } from 'react';
import { seenIn } from './reading.ts';
import type { WorkspaceState } from './workspace-state.ts';

/**
 * Which places have something new for which person: `person/channel`. What was there when the page was opened counts as
 * read.
 */
export function useUnread(state: WorkspaceState, me: string, place: string | undefined): ReadonlySet<string> {
  const [opened] = useState(() => newest(state));
  const [read, setRead] = useState<Readonly<Record<string, string>>>({});
  const here = place ? seenIn(state, place, me).at(-1)?.ts : undefined;
  useEffect(() => {
    if (place && here) setRead((known) => ({ ...known, [`${me}/${place}`]: here }));
  }, [me, place, here]);
  return useMemo(() => {
    const unread = new Set<string>();
    for (const channel of state.channels.values()) {
      for (const person of channel.members) {
        const key = `${person}/${channel.id}`;
        const latest = state.messages
          .get(channel.id)
          ?.findLast(({ user, onlyFor }) => user !== person && (onlyFor === undefined || onlyFor === person));
        if (latest && latest.ts > (read[key] ?? opened)) unread.add(key);
      }
    }
    return unread;
  }, [state, read, opened]);
}

function newest(state: WorkspaceState): string {
  const latest = [...state.messages.values()].flatMap((some) => some.at(-1)?.ts ?? []);
  return latest.toSorted().at(-1) ?? '';
}
