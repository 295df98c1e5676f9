import { useEffect, useRef } from 'react';
import { useDesk } from '../state/desk-context.ts';
import { directOf, firstName } from '../state/reading.ts';
import { chatOf } from '../teams/state/reading-teams.ts';
import { Avatar } from './avatar.tsx';

interface PersonPickerProps {
  readonly unread: ReadonlySet<string>;
  readonly onPick: (person: string) => void;
}

/** Whom the page acts as, on both platforms. */
export function PersonPicker({ unread, onPick }: PersonPickerProps) {
  const { state, self, selves } = useDesk();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    row.current?.querySelector('.person:has(:checked)')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [self.id]);
  return (
    <fieldset className="people">
      <legend>Act as</legend>
      <div className="people-row" ref={row}>
        {selves.map((person) => {
          const { id, realName, role, slack, teams } = person;
          const direct = slack && `${slack.id}/${directOf(state, slack.id)}`;
          const chat = teams && `${teams.id}/${chatOf(state.teams, teams.id)}`;
          const hasNews = id !== self.id && (unread.has(direct ?? '') || unread.has(chat ?? ''));
          return (
            <label key={id} className="person" title={`${realName}, ${role}`}>
              <input type="radio" name="as" value={id} checked={id === self.id} onChange={() => onPick(id)} />
              <Avatar name={realName} />
              <span className="person-words">
                <b>{firstName(person)}</b>
                <small>{role.split(' ')[0]}</small>
              </span>
              {hasNews && (
                <span className="dot">
                  <span className="for-readers">has a new message</span>
                </span>
              )}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
