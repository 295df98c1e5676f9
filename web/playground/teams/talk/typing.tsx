import { useTeams } from '../state/use-teams.ts';

/** The desk is about to say something; Teams forgets it after a few seconds. */
export function Typing({ place }: { place: string }) {
  const { state } = useTeams();
  if (!state.typing.has(place)) return null;
  return (
    <p className="typing" role="status">
      {state.bot.name} is typing
      <span aria-hidden="true"> …</span>
    </p>
  );
}
