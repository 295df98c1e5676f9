import type { MouseEvent, ReactNode } from 'react';
import { type Desk, useDesk } from '../state/desk-context.ts';
import type { Route } from '../state/use-route.ts';

/** A link out of the page, or to a message of the workspace, which opens here. Anything but web and mail is only text. */
export function SafeLink({ url, children }: { url: string; children: ReactNode }) {
  const desk = useDesk();
  const inside = routeTo(url, desk);
  if (!/^(https?:\/\/|mailto:)/i.test(url)) return <>{children}</>;
  const follow = (event: MouseEvent) => {
    if (!inside) return;
    event.preventDefault();
    desk.go(inside);
  };
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" onClick={follow}>
      {children}
    </a>
  );
}

function routeTo(url: string, { state, me }: Desk): Route | undefined {
  const found = /\/archives\/(\w+)\/p(\d{10})(\d{6})(?:\?thread_ts=(\d+\.\d+))?/.exec(url);
  const [, place = '', seconds, rest, thread] = found ?? [];
  const isMember = state.channels.get(place)?.members.includes(me.id) ?? false;
  return found && isMember ? { as: me.id, place, thread: thread ?? `${seconds}.${rest}` } : undefined;
}
