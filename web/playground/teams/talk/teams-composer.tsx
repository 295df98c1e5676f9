import { useState } from 'react';
import type { WireFound, WirePost } from '../../../../playground/page/teams/wire.ts';
import { Icon } from '../../around/icon.tsx';
import { readFiles } from '../../talk/attachments.tsx';
import { MessageBox } from '../../talk/message-box.tsx';
import { mentionOffers } from '../../talk/naming.ts';
import { TeamsCard } from '../cards/teams-card.tsx';
import { nameIn } from '../state/reading-teams.ts';
import { useMentionables } from '../state/use-mentionables.ts';
import { useTeams } from '../state/use-teams.ts';
import { ExtensionPanel } from './extension-panel.tsx';
import { asTyped, withMentions } from './typed-text.ts';

interface TeamsComposerProps {
  readonly place: string;
  readonly thread?: string;
  readonly placeholder: string;
  /** The message to which this one will answer. */
  readonly quoted?: WirePost;
  readonly onUnquote?: () => void;
}

/** Characters that Teams takes in a message. */
const longest = 28_000;

/** Where one writes in Teams, with the desk's message extension at hand. */
export function TeamsComposer({ place, thread, placeholder, quoted, onUnquote }: TeamsComposerProps) {
  const { act, me } = useTeams();
  const people = useMentionables(place);
  const [isOpen, setOpen] = useState(false);
  const [found, setFound] = useState<WireFound>();
  const send = async (typed: string, files: readonly File[]) => {
    const answer = await act({
      ...{ do: 'say', place, text: withMentions(typed, people) },
      ...(thread ? { thread } : {}),
      ...(quoted ? { quotes: quoted.id } : {}),
      ...(files.length > 0 ? { files: await readFiles(files) } : {}),
      ...(found ? { cards: [found.card] } : {}),
    });
    if (answer.trouble) return answer;
    setFound(undefined);
    onUnquote?.();
    return answer;
  };
  const pick = (one: WireFound) => {
    setFound(one);
    setOpen(false);
  };
  return (
    <MessageBox
      draftKey={`${me.id}/${place}/${thread ?? ''}`}
      placeholder={placeholder}
      longest={longest}
      offersFor={(before) => mentionOffers(before, people)}
      onSend={send}
      hasMore={found !== undefined}
      focusOn={quoted?.id ?? thread ?? ''}
      above={
        <>
          {isOpen && <ExtensionPanel place={place} onPick={pick} onClose={() => setOpen(false)} />}
          {quoted && <Quoted post={quoted} onRemove={() => onUnquote?.()} />}
          {found && <Found found={found} onRemove={() => setFound(undefined)} />}
        </>
      }
      tools={
        <button
          type="button"
          className="icon-button"
          title="Deskhand"
          aria-label="Deskhand: search issues, new issue"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="plus" />
        </button>
      }
      send={
        <>
          <Icon name="send" />
          <span className="for-readers">Send</span>
        </>
      }
    />
  );
}

function Quoted({ post, onRemove }: { post: WirePost; onRemove: () => void }) {
  const { state } = useTeams();
  return (
    <blockquote className="quote chosen">
      <b>{nameIn(state, post.from)}</b>
      <p>{asTyped(post) || 'A card'}</p>
      <RemoveButton label="Do not quote it" onRemove={onRemove} />
    </blockquote>
  );
}

/** What was picked goes into the message as a card; its buttons come to life there. */
function Found({ found, onRemove }: { found: WireFound; onRemove: () => void }) {
  return (
    <div className="found chosen">
      <div inert>
        <TeamsCard card={found.card} onPress={async () => {}} />
      </div>
      <RemoveButton label={`Remove ${found.title}`} onRemove={onRemove} />
    </div>
  );
}

function RemoveButton({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <button type="button" className="icon-button" aria-label={label} onClick={onRemove}>
      ✕
    </button>
  );
}
