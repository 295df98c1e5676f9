import { useState } from 'react';
import type { WireMessage } from '../../../playground/page/wire.ts';
import { Avatar } from '../around/avatar.tsx';
import { Icon } from '../around/icon.tsx';
import { clockTime, instantOf } from '../blocks/dates.ts';
import { useDesk } from '../state/desk-context.ts';
import { nameOf } from '../state/reading.ts';
import { EditForm } from './edit-form.tsx';
import { FileList } from './file-list.tsx';
import { asTyped, withMentions } from './mentions.ts';
import { MessageBody } from './message-body.tsx';
import { MessageTools } from './message-tools.tsx';
import { Reactions } from './reactions.tsx';
import { ThreadSummary } from './thread-summary.tsx';

interface MessageProps {
  readonly message: WireMessage;
  readonly replies?: readonly WireMessage[];
  /** Follows closely on the same person's words, so that the name need not stand again. */
  readonly isContinued: boolean;
  /** It stands in the thread pane. */
  readonly isInThread?: boolean;
}

/** One message with all that hangs on it. */
export function Message({ message, replies = [], isContinued, isInThread = false }: MessageProps) {
  const { act, state } = useDesk();
  const [isEditing, setEditing] = useState(false);
  const author = state.people.get(message.user ?? state.bot);
  const name = nameOf(state, message.user ?? state.bot);
  const save = async (text: string) => {
    const { channel, ts } = message;
    const { trouble } = await act({ do: 'edit', channel, ts, text: withMentions(text, state) });
    if (!trouble) setEditing(false);
  };
  const isWhisper = message.onlyFor !== undefined;
  const isJoin = message.subtype === 'channel_join' || message.subtype === 'group_join';
  const kind = [isContinued && 'continued', isWhisper && 'whisper', isJoin && 'joined'].filter(Boolean).join(' ');
  return (
    <article className={`message ${kind}`} aria-label={`${name}, ${clockTime(message.ts)}`} data-ts={message.ts}>
      {isContinued ? <span className="avatar-space" /> : <Avatar name={name} isBot={author?.isBot ?? false} />}
      <div className="message-main">
        {isWhisper && (
          <p className="only-you">
            <Icon name="eye" /> Only visible to you
          </p>
        )}
        {!isContinued && (
          <header>
            <b>{name}</b>
            {author?.isBot && <span className="badge">app</span>}
            <time dateTime={instantOf(message.ts).toISOString()}>{clockTime(message.ts)}</time>
          </header>
        )}
        {isEditing ? (
          <EditForm initial={asTyped(message.text, state)} onSave={save} onDone={() => setEditing(false)} />
        ) : (
          <MessageBody message={message} />
        )}
        <FileList files={message.files} from="/playground/api/files" />
        <Reactions message={message} />
        {!isInThread && <ThreadSummary message={message} replies={replies} />}
      </div>
      {!isWhisper && !isEditing && (
        <MessageTools message={message} isInThread={isInThread} onEdit={() => setEditing(true)} />
      )}
    </article>
  );
}
