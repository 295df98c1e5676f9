import type { MouseEvent, ReactNode } from 'react';
import { useDesk } from '../state/desk-context.ts';
import { follow } from '../state/route-to.ts';

/** A link out of the page, or to a message of either app, which opens here. Anything but web and mail is only text. */
export function SafeLink({ url, children }: { url: string; children: ReactNode }) {
  const desk = useDesk();
  if (!/^(https?:\/\/|mailto:)/i.test(url)) return <>{children}</>;
  const onClick = (event: MouseEvent) => {
    if (follow(url, desk)) event.preventDefault();
  };
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" onClick={onClick}>
      {children}
    </a>
  );
}
