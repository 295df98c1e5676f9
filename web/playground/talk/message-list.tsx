import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { WireMessage } from '../../../playground/page/wire.ts';
import { dayOf } from '../blocks/dates.ts';
import { Message } from './message.tsx';

interface MessageListProps {
  readonly label: string;
  readonly messages: readonly WireMessage[];
  readonly repliesTo?: ReadonlyMap<string, readonly WireMessage[]>;
  readonly isThread?: boolean;
  /** What stands there when nothing does. */
  readonly empty: string;
}

const noReplies: readonly WireMessage[] = [];
/** Messages of one person within so many seconds stand under one name. */
const togetherSeconds = 300;
/** So close to the end, in pixels, one is at the end. */
const nearEnd = 80;

/** Messages, oldest first. It stays at the end when one is there, and stays put when one reads further up. */
export function MessageList({ label, messages, repliesTo, isThread = false, empty }: MessageListProps) {
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const [hasNew, setHasNew] = useState(false);
  const latest = messages.at(-1)?.ts;
  const toEnd = () => list.current?.scrollTo({ top: list.current.scrollHeight });
  useLayoutEffect(() => {
    if (isAtEnd.current) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [messages]);
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
        className="messages scroll"
        role="log"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={onScroll}
      >
        {messages.length === 0 && <p className="empty">{empty}</p>}
        {messages.map((message, at) => {
          const before = messages[at - 1];
          const isNewDay = !isThread && (before === undefined || dayOf(before.ts) !== dayOf(message.ts));
          return (
            <div key={message.ts}>
              {isNewDay && <p className="day">{dayOf(message.ts)}</p>}
              <Message
                message={message}
                replies={repliesTo?.get(message.ts) ?? noReplies}
                isContinued={!isNewDay && isTogether(before, message)}
                isInThread={isThread}
              />
            </div>
          );
        })}
      </div>
      {hasNew && (
        <button type="button" className="new-below" onClick={toEnd}>
          New messages ↓
        </button>
      )}
    </div>
  );
}

function isTogether(before: WireMessage | undefined, message: WireMessage): boolean {
  if (!before || before.user !== message.user || before.onlyFor !== message.onlyFor || message.onlyFor) return false;
  if (before.user === undefined || before.subtype || message.subtype) return false;
  return Number(message.ts) - Number(before.ts) < togetherSeconds && message.blocks.length < 2;
}

/** Pictures and folded-out texts make the list longer without a new message. */
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
