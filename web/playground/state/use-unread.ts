import { useEffect, useMemo, useState } from 'react';
import { membersOf } from '../teams/state/reading-teams.ts';
import { useDesk } from './desk-context.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** Something said: when, by whom, and for whom where not everybody sees it. */
interface Said {
  readonly at: number;
  readonly by: string | undefined;
  readonly onlyFor?: string | undefined;
}

/** A place of either platform, with who is there. */
interface Place {
  readonly id: string;
  readonly members: readonly string[];
  readonly said: readonly Said[];
}

/**
 * Which places of both platforms have something new for which person: `person/place`. What was there when the page was
 * opened counts as read.
 */
export function useUnread(): ReadonlySet<string> {
  const { state, self, route } = useDesk();
  const places = useMemo(() => placesIn(state), [state]);
  const [opened] = useState(() => Math.max(0, ...places.map(({ said }) => said.at(-1)?.at ?? 0)));
  const [read, setRead] = useState<Readonly<Record<string, number>>>({});
  const me = (route.app === 'teams' ? self.teams?.id : self.slack?.id) ?? '';
  const place = route.place ?? '';
  const here = places.find(({ id }) => id === place)?.said.at(-1)?.at;
  useEffect(() => {
    if (here !== undefined) setRead((known) => ({ ...known, [`${me}/${place}`]: here }));
  }, [me, place, here]);
  return useMemo(() => {
    const unread = new Set<string>();
    for (const { id, members, said } of places) {
      for (const person of members) {
        const isFor = ({ by, onlyFor }: Said) => by !== person && (onlyFor === undefined || onlyFor === person);
        const latest = said.findLast(isFor);
        if (latest && latest.at > (read[`${person}/${id}`] ?? opened)) unread.add(`${person}/${id}`);
      }
    }
    return unread;
  }, [places, read, opened]);
}

/** Instants are milliseconds on both. */
function placesIn({ channels, messages, teams }: WorkspaceState): readonly Place[] {
  const inSlack = [...channels.values()].map(({ id, members }) => ({
    ...{ id, members },
    said: (messages.get(id) ?? []).map(({ ts, user, onlyFor }) => ({ at: Number(ts) * 1000, by: user, onlyFor })),
  }));
  const inTeams = [...teams.places.values()].map((place) => ({
    ...{ id: place.id, members: membersOf(teams, place) },
    said: (teams.posts.get(place.id) ?? []).map(({ id, from }) => ({ at: Number(id), by: from })),
  }));
  return [...inSlack, ...inTeams];
}
