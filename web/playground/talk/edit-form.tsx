import { type FormEvent, type KeyboardEvent, useState } from 'react';

interface EditFormProps {
  /** The words as their author typed them. */
  readonly initial: string;
  readonly onSave: (text: string) => Promise<void>;
  readonly onDone: () => void;
}

/** Changes one's own words: Enter keeps them, Esc leaves them as they were. */
export function EditForm({ initial, onSave, onDone }: EditFormProps) {
  const [text, setText] = useState(initial);
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() !== '') void onSave(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    save();
  };
  return (
    <form className="edit-form" onSubmit={save}>
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
