import { useDesk } from '../state/desk-context.ts';
import { nameOf } from '../state/reading.ts';

/** Somebody by name; oneself stands out. */
export function Mention({ user }: { user: string }) {
  const { state, me } = useDesk();
  return <span className={user === me.id ? 'mention mine' : 'mention'}>@{nameOf(state, user)}</span>;
}

export function ChannelName({ id }: { id: string }) {
  const { state } = useDesk();
  return <span className="mention">#{state.channels.get(id)?.name ?? id}</span>;
}
