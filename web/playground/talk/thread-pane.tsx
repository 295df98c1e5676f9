import { useMemo } from 'react';
import type { WireChannel } from '../../../playground/page/wire.ts';
import { useDesk } from '../state/desk-context.ts';
import { firstName, seenIn } from '../state/reading.ts';
import { Composer } from './composer.tsx';
import { titleOf } from './conversation.tsx';
import { MessageList } from './message-list.tsx';

/** A message with its replies, beside the channel; on a phone in its place. */
export function ThreadPane({ channel, thread }: { channel: WireChannel; thread: string }) {
  const { state, me, go } = useDesk();
  const messages = state.messages.get(channel.id);
  const shown = useMemo(
    () => seenIn(state, channel.id, me.id).filter((one) => one.ts === thread || one.thread === thread),
    [messages, channel.id, me.id, thread],
  );
  const close = () => go({ as: me.id, place: channel.id });
  return (
    <section
      className="thread"
      aria-label="Thread"
      onKeyDown={({ key, target }) => key === 'Escape' && isFree(target) && close()}
    >
      <header className="pane-head">
        <button type="button" className="icon-button back" aria-label="Back to the channel" onClick={close}>
          ‹
        </button>
        <h2>
          Thread <small>{titleOf(channel, state)}</small>
        </h2>
        <button type="button" className="icon-button close" aria-label="Close the thread" onClick={close}>
          ✕
        </button>
      </header>
      <MessageList
        key={thread + me.id}
        label="Messages in the thread"
        messages={shown}
        isThread
        empty="This thread is not here for you."
      />
      <Composer
        key={`${me.id}/${channel.id}/${thread}`}
        channel={channel.id}
        thread={thread}
        placeholder={`Reply as ${firstName(me)}`}
      />
    </section>
  );
}

/** Esc first closes what lies above the pane. */
function isFree(target: EventTarget): boolean {
  return !(target instanceof Element && target.closest('dialog, [popover], .edit-form, [aria-expanded="true"]'));
}
