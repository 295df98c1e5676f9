import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useDesk } from '../state/desk-context.ts';
import { AttachButton, Attachments, type Chosen } from './attachments.tsx';
import { CompletionList } from './completion-list.tsx';
import type { Completion } from './completions.ts';
import { draftOf, keepDraft } from './drafts.ts';

interface MessageBoxProps {
  /** By it what was written and not sent is kept. */
  readonly draftKey: string;
  readonly placeholder: string;
  /** Characters that the platform takes. */
  readonly longest: number;
  /** What fits what stands before the cursor. */
  readonly offersFor: (before: string) => readonly Completion[];
  /** What was written comes back when it did not arrive. */
  readonly onSend: (typed: string, files: readonly Chosen[]) => Promise<{ readonly trouble?: string }>;
  /** Something beside words and files waits to be sent. */
  readonly hasMore?: boolean;
  /** Takes the focus when this comes or changes: one has just asked to write here. */
  readonly focusOn?: string;
  readonly above?: ReactNode;
  readonly tools?: ReactNode;
  readonly send?: ReactNode;
}

/** Where one writes on either platform: Enter sends, Shift+Enter begins a new line, / and @ offer what fits. */
export function MessageBox(props: MessageBoxProps) {
  const {
    draftKey: key,
    placeholder,
    longest,
    offersFor,
    onSend,
    hasMore = false,
    focusOn,
    above,
    tools,
    send: sign,
  } = props;
  const { complain } = useDesk();
  const [text, setText] = useState(() => draftOf(key));
  const [files, setFiles] = useState<readonly Chosen[]>([]);
  const [offers, setOffers] = useState<readonly Completion[]>([]);
  const [chosen, setChosen] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  useDraft(key, text, (draft) => {
    setText(draft);
    area.current?.focus();
  });
  useEffect(() => {
    if (focusOn) area.current?.focus();
  }, [focusOn]);
  const isEmpty = text.trim() === '' && files.length === 0 && !hasMore;

  const write = (next: string, cursor: number) => {
    setText(next);
    setOffers(offersFor(next.slice(0, cursor)));
    setChosen(0);
  };
  const complete = ({ from, insert }: Completion) => {
    const rest = text.slice(area.current?.selectionStart ?? text.length);
    write(text.slice(0, from) + insert + rest, from + insert.length);
    setOffers([]);
    area.current?.focus();
  };
  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    if (isEmpty) return;
    if (text.length > longest) return complain(`At most ${longest} characters are taken; this has ${text.length}.`);
    setText('');
    setOffers([]);
    const { trouble } = await onSend(text.trim(), files);
    if (trouble) setText((now) => now || text);
    else setFiles([]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const offer = offers[chosen];
    if (event.nativeEvent.isComposing) return;
    if (offer && ['Enter', 'Tab'].includes(event.key) && !event.shiftKey) {
      event.preventDefault();
      complete(offer);
    } else if (offer && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setChosen((chosen + (event.key === 'ArrowDown' ? 1 : offers.length - 1)) % offers.length);
    } else if (offer && event.key === 'Escape') {
      event.stopPropagation();
      setOffers([]);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  };
  return (
    <form className="composer" onSubmit={(event) => void send(event)}>
      {offers.length > 0 && <CompletionList id={listId} offers={offers} chosen={chosen} onPick={complete} />}
      {above}
      <Attachments files={files} onRemove={(one) => setFiles(files.filter((file) => file !== one))} />
      <div className="composer-row">
        <AttachButton onChoose={(more) => setFiles([...files, ...more].slice(0, 5))} />
        <textarea
          ref={area}
          rows={1}
          value={text}
          placeholder={placeholder}
          aria-label={placeholder}
          aria-expanded={offers.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          role="combobox"
          onChange={({ target }) => write(target.value, target.selectionStart)}
          onKeyDown={onKeyDown}
          onBlur={() => setOffers([])}
        />
        {tools}
        <button type="submit" className="button primary send" disabled={isEmpty}>
          {sign ?? 'Send'}
        </button>
      </div>
    </form>
  );
}

/** Keeps what is written; takes over what was put there from elsewhere, and then wants the focus. */
function useDraft(key: string, text: string, take: (draft: string) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => keepDraft(key, text), [key, text]);
  useEffect(() => {
    const takeDraft = () => latest.current(draftOf(key));
    if (draftOf(key) !== '') takeDraft();
    addEventListener('deskhand-draft', takeDraft);
    return () => removeEventListener('deskhand-draft', takeDraft);
  }, [key]);
}
