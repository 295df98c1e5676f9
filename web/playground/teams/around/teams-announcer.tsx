import { nameIn } from '../state/reading-teams.ts';
import { useTeams } from '../state/use-teams.ts';
import { asTyped } from '../talk/typed-text.ts';

/** Tells screen readers what others have just said in the place that is open. */
export function TeamsAnnouncer({ place }: { place: string }) {
  const { state, me } = useTeams();
  const last = state.posts.get(place)?.at(-1);
  const isNews = last !== undefined && last.from !== me.id;
  return (
    <p className="for-readers" aria-live="polite">
      {isNews ? `${nameIn(state, last.from)}: ${asTyped(last).slice(0, 300) || 'sent a card'}` : ''}
    </p>
  );
}
