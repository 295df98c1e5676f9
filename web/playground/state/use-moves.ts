import { useRef } from 'react';
import { useDesk } from './desk-context.ts';
import type { Route } from './route.ts';
import { routeFor } from './route-for.ts';

/** Going from place to place, app to app and person to person: each keeps of the others what it can. */
export function useMoves() {
  const { self, selves, state, route, go } = useDesk();
  /** Where each person was in each app. */
  const left = useRef(new Map<string, Route>());
  const openPlace = (place: string) => go({ ...(route.app ? { app: route.app } : {}), as: self.id, place });
  const openApp = (app: 'slack' | 'teams') => {
    left.current.set(`${self.id}/${route.app ?? 'slack'}`, route);
    go(left.current.get(`${self.id}/${app}`) ?? { ...(app === 'teams' ? { app } : {}), as: self.id });
  };
  const openPerson = (id: string) => {
    const person = selves.find((one) => one.id === id);
    if (person) go(routeFor(person, route, state));
  };
  return { openPlace, openApp, openPerson };
}
