import { useState } from 'react';
import type { WirePlace, WirePost } from '../../../../playground/page/teams/wire.ts';
import { Avatar } from '../../around/avatar.tsx';
import { dayOf } from '../../blocks/dates.ts';
import { firstName } from '../../state/reading.ts';
import { ScrollingList } from '../../talk/scrolling-list.tsx';
import { nameIn, titleOf } from '../state/reading-teams.ts';
import { useTeams } from '../state/use-teams.ts';
import { clockTimeOf, instantIn, stampOf } from './instants.ts';
import { PostContent } from './post-content.tsx';
import { PostReactions } from './post-reactions.tsx';
import { PostTools } from './post-tools.tsx';
import { TeamsComposer } from './teams-composer.tsx';
import { Typing } from './typing.tsx';
import { useShown } from './use-shown.ts';

/** Messages of one person within so long stand under one name, in milliseconds. */
const togetherMs = 300_000;

/** A chat: bubbles, one's own at the right. One answers to a message by quoting it. */
export function Chat({ place }: { place: WirePlace }) {
  const { state, me } = useTeams();
  const [quoted, setQuoted] = useState<WirePost>();
  const posts = state.posts.get(place.id) ?? [];
  const title = titleOf(state, place);
  return (
    <>
      <ScrollingList label={`Messages with ${title}`} content={posts} latest={posts.at(-1)?.id} className="chat">
        {posts.length === 0 && <p className="empty">{emptyWords(place, title)}</p>}
        {posts.map((post, at) => {
          const before = posts[at - 1];
          const isNewDay = before === undefined || dayOf(stampOf(before)) !== dayOf(stampOf(post));
          return (
            <div key={post.id}>
              {isNewDay && <p className="day">{dayOf(stampOf(post))}</p>}
              <Bubble post={post} isContinued={!isNewDay && isTogether(before, post)} onQuote={() => setQuoted(post)} />
            </div>
          );
        })}
        <Typing place={place.id} />
      </ScrollingList>
      <TeamsComposer
        place={place.id}
        placeholder={`Message ${title} as ${firstName(me)}`}
        {...(quoted ? { quoted } : {})}
        onUnquote={() => setQuoted(undefined)}
      />
    </>
  );
}

interface BubbleProps {
  readonly post: WirePost;
  readonly isContinued: boolean;
  readonly onQuote: () => void;
}

function Bubble({ post, isContinued, onQuote }: BubbleProps) {
  const { state, me } = useTeams();
  const [isEditing, setEditing] = useState(false);
  const shown = useShown(post.id);
  const isOwn = post.from === me.id;
  const name = nameIn(state, post.from);
  const look = [isOwn ? 'own' : 'other', isContinued && 'continued', post.cards.length > 0 && 'with-card', shown.look];
  return (
    <article
      ref={shown.ref}
      className={`bubble ${look.filter(Boolean).join(' ')}`}
      aria-label={`${name}, ${clockTimeOf(post)}`}
    >
      {!isOwn && (isContinued ? <span className="avatar-space" /> : <Avatar name={name} isBot={isBot(post, state)} />)}
      <div className="bubble-main">
        {!isContinued && (
          <header>
            {!isOwn && <span className="author">{name}</span>}
            <time dateTime={instantIn(post).toISOString()}>{clockTimeOf(post)}</time>
            {post.isEdited && isOwn && <span className="edited">Edited</span>}
          </header>
        )}
        <div className="bubble-body">
          <PostContent post={post} isEditing={isEditing} onEdited={() => setEditing(false)} />
          {!post.isDeleted && !isEditing && <PostTools post={post} onEdit={() => setEditing(true)} onQuote={onQuote} />}
        </div>
        <PostReactions post={post} />
      </div>
    </article>
  );
}

function isBot({ from }: WirePost, { bot }: { bot: { id: string } }): boolean {
  return from === bot.id;
}

function isTogether(before: WirePost | undefined, post: WirePost): boolean {
  return before?.from === post.from && Number(post.id) - Number(before.id) < togetherMs;
}

function emptyWords(place: WirePlace, title: string): string {
  if (place.kind === 'personal') return 'Write what does not work, in your own words. The desk makes a ticket of it.';
  return `Nothing has been said in ${title} yet. Mention @Deskhand to tell the desk something.`;
}
