import { type RefObject, useEffect, useRef } from 'react';
import { useDesk } from '../../state/desk-context.ts';

/** The message to which the address leads is brought into sight and stands out. */
export function useShown(post: string): { readonly ref: RefObject<HTMLElement | null>; readonly look: string } {
  const { route } = useDesk();
  const ref = useRef<HTMLElement>(null);
  const isShown = route.thread === post;
  useEffect(() => {
    if (isShown) ref.current?.scrollIntoView({ block: 'center' });
  }, [isShown]);
  return { ref, look: isShown ? 'shown' : '' };
}
