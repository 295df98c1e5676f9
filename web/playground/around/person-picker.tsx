import { useEffect, useRef } from 'react';
import { useDesk } from '../state/desk-context.ts';
import { actors, directOf, firstName } from '../state/reading.ts';
import { Avatar } from './avatar.tsx';

interface PersonPickerProps {
  readonly unread: ReadonlySet<string>;
  readonly onPick: (person: string) => void;
}

/** Whom the page acts as. */
export function PersonPicker({ unread, onPick }: PersonPickerProps) {
  const { state, me } = useDesk();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    row.current?.querySelector('.person:has(:checked)')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [me.id]);
  return (
    <fieldset className="people">
      <legend>Act as</legend>
      <div className="people-row" ref={row}>
        {actors(state).map((person) => {
          const { id, realName, role } = person;
          const hasNews = id !== me.id && unread.has(`${id}/${directOf(state, id)}`);
          return (
            <label key={id} className="person" title={`${realName}, ${role}`}>
              <input type="radio" name="as" value={id} checked={id === me.id} onChange={() => onPick(id)} />
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
