import { useEffect, useRef } from 'react';
import type { WireTask } from '../../../../playground/page/teams/wire.ts';
import { Dialog } from '../../around/dialog.tsx';
import { TeamsCard } from '../cards/teams-card.tsx';
import { useTeams } from '../state/use-teams.ts';

/** A task module: a form that the desk sent. What is wrong in it comes back as another form, with the words beside the field. */
export function TaskDialog({ task }: { task: WireTask }) {
  const { act } = useTeams();
  const body = useRef<HTMLDivElement>(null);
  const written = JSON.stringify(task.card);
  useEffect(() => {
    if (written !== '') body.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [written]);
  return (
    <Dialog title={task.title} onClose={() => void act({ do: 'close' })} className="task">
      <div className="dialog-body" ref={body}>
        <TeamsCard card={task.card} onPress={(_, values) => act({ do: 'submit', values: { ...values } })} />
      </div>
    </Dialog>
  );
}
