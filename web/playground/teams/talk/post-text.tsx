import type { WirePost } from '../../../../playground/page/teams/wire.ts';
import { cardHtml, mentionBegin, mentionEnd } from '../cards/card-text.ts';
import { useTeams } from '../state/use-teams.ts';
import { typedParts } from './typed-text.ts';

/** A message's words: a person's as they typed them, the desk's in the Markdown in which it writes. */
export function PostText({ post }: { post: WirePost }) {
  const { me } = useTeams();
  const { text, format, mentions } = post;
  if (text === '') return null;
  if (format !== 'plain') {
    const marked = mentions.reduce((all, { text: tag }) => all.replaceAll(tag, marking(tag)), withoutMarks(text));
    // Everything that is not ours is escaped in it.
    return <div className="post-text" dangerouslySetInnerHTML={{ __html: cardHtml(marked) }} />;
  }
  return (
    <p className="post-text typed">
      {typedParts(text, mentions).map(({ words, mentioned }, at) =>
        mentioned === undefined ? (
          words
        ) : (
          <span key={at} className={mentioned === me.id ? 'teams-mention of-me' : 'teams-mention'}>
            {words}
          </span>
        ),
      )}
    </p>
  );
}

function withoutMarks(text: string): string {
  return text.replaceAll(mentionBegin, '').replaceAll(mentionEnd, '');
}

function marking(tag: string): string {
  return `${mentionBegin}${tag.replace(/<\/?at[^>]*>/g, '')}${mentionEnd}`;
}
