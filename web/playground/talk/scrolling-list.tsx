import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';

interface ScrollingListProps {
  readonly label: string;
  /** Changes whenever something in it does. */
  readonly content: unknown;
  /** The latest message, by which a new one is known. */
  readonly latest: string | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}

/** So close to the end, in pixels, one is at the end. */
const nearEnd = 80;

/** What is said, oldest first. It stays at the end when one is there, and stays put when one reads further up. */
export function ScrollingList({ label, content, latest, className = '', children }: ScrollingListProps) {
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const [hasNew, setHasNew] = useState(false);
  const toEnd = () => list.current?.scrollTo({ top: list.current.scrollHeight });
  useLayoutEffect(() => {
    if (isAtEnd.current) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [content]);
  useEffect(() => {
    if (latest && !isAtEnd.current) setHasNew(true);
  }, [latest]);
  useGrowth(list, () => isAtEnd.current && toEnd());
  const onScroll = () => {
    const box = list.current;
    isAtEnd.current = !box || box.scrollHeight - box.scrollTop - box.clientHeight < nearEnd;
    if (isAtEnd.current) setHasNew(false);
  };
  return (
    <div className="list-frame">
      <div
        ref={list}
        className={`messages scroll ${className}`}
        role="log"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={onScroll}
      >
        {children}
      </div>
      {hasNew && (
        <button type="button" className="new-below" onClick={toEnd}>
          New messages ↓
        </button>
      )}
    </div>
  );
}

/** Pictures, cards and folded-out texts make the list longer without a new message. */
function useGrowth(list: React.RefObject<HTMLDivElement | null>, grown: () => void): void {
  const latest = useRef(grown);
  latest.current = grown;
  useEffect(() => {
    if (!list.current) return;
    const observer = new ResizeObserver(() => latest.current());
    observer.observe(list.current);
    return () => observer.disconnect();
  }, [list]);
}
