import { useState } from 'react';
import type { WirePlace, WirePost } from '../../../../playground/page/teams/wire.ts';
import { Avatar } from '../../around/avatar.tsx';
import { dayOf } from '../../blocks/dates.ts';
import { firstName } from '../../state/reading.ts';
import { ScrollingList } from '../../talk/scrolling-list.tsx';
import { nameIn, threadsIn } from '../state/reading-teams.ts';
import { useTeams } from '../state/use-teams.ts';
import { clockTimeOf, instantIn, stampOf } from './instants.ts';
import { PostContent } from './post-content.tsx';
import { PostReactions } from './post-reactions.tsx';
import { PostTools } from './post-tools.tsx';
import { TeamsComposer } from './teams-composer.tsx';
import { Typing } from './typing.tsx';
import { useShown } from './use-shown.ts';

/** Of a long thread the latest replies are drawn at once. */
const shownReplies = 4;

/** A channel: posts with their replies beneath. */
export function Channel({ place }: { place: WirePlace }) {
  const { state, me } = useTeams();
  const posts = state.posts.get(place.id) ?? [];
  const threads = threadsIn(posts);
  return (
    <>
      <ScrollingList label={`Posts in ${place.name}`} content={posts} latest={posts.at(-1)?.id} className="posts">
        {threads.length === 0 && <p className="empty">{emptyWords(place)}</p>}
        {threads.map(({ root, replies }, at) => {
          const before = threads[at - 1]?.root;
          const isNewDay = before === undefined || dayOf(stampOf(before)) !== dayOf(stampOf(root));
          return (
            <div key={root.id}>
              {isNewDay && <p className="day">{dayOf(stampOf(root))}</p>}
              <Thread root={root} replies={replies} />
            </div>
          );
        })}
        <Typing place={place.id} />
      </ScrollingList>
      <TeamsComposer place={place.id} placeholder={`Post in ${place.name} as ${firstName(me)}`} />
    </>
  );
}

function Thread({ root, replies }: { root: WirePost; replies: readonly WirePost[] }) {
  const { state, me } = useTeams();
  const [isWhole, setWhole] = useState(false);
  const [isReplying, setReplying] = useState(false);
  const hidden = isWhole ? 0 : Math.max(0, replies.length - shownReplies);
  return (
    <section className="post-thread" aria-label={`Thread by ${nameIn(state, root.from)}`}>
      <Post post={root} />
      {replies.length > 0 && (
        <div className="replies">
          {hidden > 0 && (
            <button type="button" className="link-button" onClick={() => setWhole(true)}>
              See {hidden} more {hidden === 1 ? 'reply' : 'replies'}
            </button>
          )}
          {replies.slice(hidden).map((post) => (
            <Post key={post.id} post={post} />
          ))}
        </div>
      )}
      {isReplying ? (
        <TeamsComposer place={root.place} thread={root.thread ?? root.id} placeholder={`Reply as ${firstName(me)}`} />
      ) : (
        <button type="button" className="reply-button" onClick={() => setReplying(true)}>
          Reply
        </button>
      )}
    </section>
  );
}

function Post({ post }: { post: WirePost }) {
  const { state } = useTeams();
  const [isEditing, setEditing] = useState(false);
  const { ref, look } = useShown(post.id);
  const name = nameIn(state, post.from);
  return (
    <article ref={ref} className={`post ${look}`} aria-label={`${name}, ${clockTimeOf(post)}`}>
      <Avatar name={name} isBot={post.from === state.bot.id} />
      <div className="post-main">
        <header>
          <b>{name}</b>
          <time dateTime={instantIn(post).toISOString()}>{clockTimeOf(post)}</time>
          {post.isEdited && post.from !== state.bot.id && <span className="edited">Edited</span>}
        </header>
        <PostContent post={post} isEditing={isEditing} onEdited={() => setEditing(false)} />
        <PostReactions post={post} />
      </div>
      {!post.isDeleted && !isEditing && <PostTools post={post} onEdit={() => setEditing(true)} />}
    </article>
  );
}

function emptyWords({ name }: WirePlace): string {
  if (/triage/i.test(name)) return 'No tickets yet. When somebody raises an issue for this team, its card lies here.';
  return `Nothing has been posted in ${name} yet.`;
}
