import { useCallback, useSyncExternalStore } from 'react';
import type { Route } from './route.ts';

/** What the address says, and how to go elsewhere. */
export function useRoute(): readonly [Route, (route: Route) => void] {
  const hash = useSyncExternalStore(listen, () => location.hash);
  const go = useCallback((route: Route) => {
    const parts = [route.as, route.app, route.place, route.thread].filter((part) => part !== undefined);
    location.hash = `/${parts.map(encodeURIComponent).join('/')}`;
  }, []);
  return [parsed(hash), go];
}

function parsed(hash: string): Route {
  const [as, ...rest] = hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decoded);
  const isTeams = rest[0] === 'teams';
  const [place, thread] = isTeams ? rest.slice(1) : rest;
  return {
    ...(isTeams ? { app: 'teams' } : {}),
    ...(as ? { as } : {}),
    ...(place ? { place } : {}),
    ...(thread ? { thread } : {}),
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function listen(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
