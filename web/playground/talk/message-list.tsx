import type { WireMessage } from '../../../playground/page/wire.ts';
import { dayOf } from '../blocks/dates.ts';
import { Message } from './message.tsx';
import { ScrollingList } from './scrolling-list.tsx';

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
/** Messages, oldest first. */
export function MessageList({ label, messages, repliesTo, isThread = false, empty }: MessageListProps) {
  return (
    <ScrollingList label={label} content={messages} latest={messages.at(-1)?.ts}>
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
    </ScrollingList>
  );
}

function isTogether(before: WireMessage | undefined, message: WireMessage): boolean {
  if (!before || before.user !== message.user || before.onlyFor !== message.onlyFor || message.onlyFor) return false;
  if (before.user === undefined || before.subtype || message.subtype) return false;
  return Number(message.ts) - Number(before.ts) < togetherSeconds && message.blocks.length < 2;
}
