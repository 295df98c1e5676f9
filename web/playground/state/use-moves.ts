import { useRef } from 'react';
import { chatOf, membersOf } from '../teams/state/reading-teams.ts';
import { useDesk } from './desk-context.ts';
import { directOf } from './reading.ts';
import type { Route } from './route.ts';

/** Going from place to place, app to app and person to person: each keeps of the others what it can. */
export function useMoves() {
  const desk = useDesk();
  const { self, selves, route, go } = desk;
  const left = useRef(new Map<string, Route>());
  const openPlace = (place: string) => go({ ...appOf(route), as: self.id, place });
  const openApp = (app: 'slack' | 'teams') => {
    left.current.set(`${self.id}/${route.app ?? 'slack'}`, route);
    go(left.current.get(`${self.id}/${app}`) ?? { ...(app === 'teams' ? { app } : {}), as: self.id });
  };
  const openPerson = (id: string) => {
    const person = selves.find((one) => one.id === id);
    if (!person) return;
    const { state } = desk;
    const place = route.place ?? '';
    if (route.app === 'teams') {
      const there = state.teams.places.get(place);
      const who = person.teams?.id ?? '';
      const stays = there && there.kind !== 'personal' && membersOf(state.teams, there).includes(who);
      const to = stays ? place : chatOf(state.teams, who);
      return go({ app: 'teams', as: id, ...(to ? { place: to } : {}) });
    }
    const channel = state.channels.get(place);
    const stays = place === 'home' || (channel?.type !== 'im' && channel?.members.includes(id));
    const to = stays ? place : directOf(state, id);
    go({ as: id, ...(to ? { place: to } : {}), ...(stays && route.thread ? { thread: route.thread } : {}) });
  };
  return { openPlace, openApp, openPerson };
}

function appOf({ app }: Route): Pick<Route, 'app'> {
  return app ? { app } : {};
}
