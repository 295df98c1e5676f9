import type { WireMessage } from '../../../playground/page/wire.ts';
import { mrkdwnSpans, plainWords } from '../../../playground/slack/mrkdwn.ts';
import { Avatar } from '../around/avatar.tsx';
import { clockTime } from '../blocks/dates.ts';
import { useDesk } from '../state/desk-context.ts';
import { nameOf } from '../state/reading.ts';

/** How many replies a message has and what the latest says; a click opens them. */
export function ThreadSummary({ message, replies }: { message: WireMessage; replies: readonly WireMessage[] }) {
  const { go, route, state } = useDesk();
  const last = replies.at(-1);
  if (!last) return null;
  const name = nameOf(state, last.user ?? state.bot);
  const isOpen = route.thread === message.ts;
  return (
    <button
      type="button"
      className="thread-summary"
      aria-expanded={isOpen}
      onClick={() => go({ ...route, thread: message.ts })}
    >
      <Avatar name={name} isBot={state.people.get(last.user ?? state.bot)?.isBot ?? false} />
      <b>{countWords(replies)}</b>
      <span className="thread-last">
        {clockTime(last.ts)} · {firstLine(last.text)}
      </span>
    </button>
  );
}

/** Whispers are no replies: the others do not see them. */
function countWords(replies: readonly WireMessage[]): string {
  const count = replies.filter(({ onlyFor }) => onlyFor === undefined).length;
  if (count === 0) return 'Only for you';
  return count === 1 ? '1 reply' : `${count} replies`;
}

function firstLine(text: string): string {
  return plainWords(mrkdwnSpans(text.slice(0, 400).split('\n')[0] ?? ''));
}
