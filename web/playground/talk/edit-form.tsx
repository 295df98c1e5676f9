import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { WireMessage } from '../../../playground/page/wire.ts';
import { useDesk } from '../state/desk-context.ts';
import { asTyped, withMentions } from './mentions.ts';

/** Changes one's own words: Enter keeps them, Esc leaves them as they were. */
export function EditForm({ message, onDone }: { message: WireMessage; onDone: () => void }) {
  const { act, state } = useDesk();
  const [text, setText] = useState(() => asTyped(message.text, state));
  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() === '') return;
    const { channel, ts } = message;
    const { trouble } = await act({ do: 'edit', channel, ts, text: withMentions(text, state) });
    if (!trouble) onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void save();
  };
  return (
    <form className="edit-form" onSubmit={(event) => void save(event)}>
      <textarea
        // biome-ignore lint/a11y/noAutofocus: one has just asked to edit this
        autoFocus
        aria-label="Edit your message"
        value={text}
        rows={3}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="edit-buttons">
        <button type="button" className="button" onClick={onDone}>
          Leave it
        </button>
        <button type="submit" className="button primary">
          Save
        </button>
      </div>
    </form>
  );
}
