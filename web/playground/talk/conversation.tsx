import { useMemo } from 'react';
import type { WireChannel, WireMessage } from '../../../playground/page/wire.ts';
import { useDesk } from '../state/desk-context.ts';
import { groupedBy } from '../state/grouped-by.ts';
import { firstName, isReply, nameOf, seenIn } from '../state/reading.ts';
import type { WorkspaceState } from '../state/workspace-state.ts';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';

/** A channel, or the talk with the desk. */
export function Conversation({ channel }: { channel: WireChannel }) {
  const { state, me, act } = useDesk();
  const messages = state.messages.get(channel.id);
  const { top, replies } = useMemo(() => sorted(seenIn(state, channel.id, me.id)), [messages, channel.id, me.id]);
  const isMember = channel.members.includes(me.id);
  const title = titleOf(channel, state);
  if (!isMember)
    return (
      <div className="outside">
        <p>
          {firstName(me)} is not in {title}.
        </p>
        {channel.type === 'channel' && (
          <button
            type="button"
            className="button primary"
            onClick={() => void act({ do: 'join', channel: channel.id })}
          >
            Join {title}
          </button>
        )}
      </div>
    );
  return (
    <>
      <MessageList
        key={channel.id + me.id}
        label={`Messages in ${title}`}
        messages={top}
        repliesTo={replies}
        empty={emptyWords(channel, title)}
      />
      <Composer
        key={`${me.id}/${channel.id}`}
        channel={channel.id}
        placeholder={`Message ${title} as ${firstName(me)}`}
      />
    </>
  );
}

export function titleOf(channel: WireChannel, state: WorkspaceState): string {
  return channel.type === 'im' ? nameOf(state, state.bot) : `#${channel.name}`;
}

function emptyWords(channel: WireChannel, title: string): string {
  if (channel.type === 'im') return 'Write what does not work, in your own words. The desk makes a ticket of it.';
  if (channel.name.includes('triage')) return 'No tickets yet. When somebody raises an issue, its card lies here.';
  return `Nothing has been said in ${title} yet.`;
}

function sorted(all: readonly WireMessage[]) {
  const replies = groupedBy(all.filter(isReply), ({ thread }) => thread ?? '');
  const known = new Set(all.map(({ ts }) => ts));
  // A whisper in a thread that this person does not have open would else be seen by nobody.
  const top = all.filter((message) => !isReply(message) || !known.has(message.thread ?? ''));
  return { top, replies };
}
