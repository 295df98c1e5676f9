import { mrkdwnSpans, plainWords } from '../../../playground/slack/mrkdwn.ts';
import { useDesk } from '../state/desk-context.ts';
import { nameOf, seenIn } from '../state/reading.ts';

/** Tells screen readers what others have just said in the place that is open. */
export function Announcer({ place }: { place: string }) {
  const { state, me } = useDesk();
  const last = seenIn(state, place, me.id).at(-1);
  const isNews = last && last.user !== me.id;
  const words = isNews ? plainWords(mrkdwnSpans(last.text.slice(0, 300))) : '';
  return (
    <p className="for-readers" aria-live="polite">
      {isNews ? `${nameOf(state, last.user ?? state.bot)}: ${words}` : ''}
    </p>
  );
}
