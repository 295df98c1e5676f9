import { useState } from 'react';
import type { WirePost } from '../../../../playground/page/teams/wire.ts';
import { EditForm } from '../../talk/edit-form.tsx';
import { FileList } from '../../talk/file-list.tsx';
import { TeamsCard } from '../cards/teams-card.tsx';
import { cardsFor } from '../state/reading-teams.ts';
import { useMentionables } from '../state/use-mentionables.ts';
import { useTeams } from '../state/use-teams.ts';
import { PostText } from './post-text.tsx';
import { asTyped, withMentions } from './typed-text.ts';

interface PostContentProps {
  readonly post: WirePost;
  readonly isEditing: boolean;
  readonly onEdited: () => void;
}

/** Everything that a message holds: what it answers to, words, files, pictures, cards. */
export function PostContent({ post, isEditing, onEdited }: PostContentProps) {
  const { act, me } = useTeams();
  const people = useMentionables(post.place);
  const { id, place, quote } = post;
  if (post.isDeleted) return <Deleted post={post} />;
  const save = async (text: string) => {
    const { trouble } = await act({ do: 'edit', place, post: id, text: withMentions(text, people) });
    if (!trouble) onEdited();
  };
  return (
    <>
      {quote && (
        <blockquote className="quote">
          <b>{quote.author}</b>
          <p>{quote.text}</p>
        </blockquote>
      )}
      {isEditing ? <EditForm initial={asTyped(post)} onSave={save} onDone={onEdited} /> : <PostText post={post} />}
      <FileList files={post.files} from="/playground/api/teams/files" />
      {post.pictures.map(({ name, url }) => (
        <img key={url.slice(-60)} className="picture" src={url} alt={name} />
      ))}
      {cardsFor(post, me.id).map((card, at) => (
        <TeamsCard
          key={at}
          card={card}
          at={at}
          onPress={(path, values) => act({ do: 'click', place, post: id, path, values: { ...values } })}
        />
      ))}
    </>
  );
}

function Deleted({ post }: { post: WirePost }) {
  const { act, me } = useTeams();
  const [isBusy, setBusy] = useState(false);
  const undo = async () => {
    setBusy(true);
    await act({ do: 'undelete', place: post.place, post: post.id });
    setBusy(false);
  };
  return (
    <p className="deleted">
      This message has been deleted.{' '}
      {post.from === me.id && (
        <button type="button" className="link-button" disabled={isBusy} onClick={() => void undo()}>
          Undo
        </button>
      )}
    </p>
  );
}
