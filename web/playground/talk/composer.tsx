import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useDesk } from '../state/desk-context.ts';
import { AttachButton, Attachments, type Chosen, readFiles } from './attachments.tsx';
import { CompletionList } from './completion-list.tsx';
import { type Completion, completionsFor } from './completions.ts';
import { draftOf, keepDraft } from './drafts.ts';
import { withMentions } from './mentions.ts';

interface ComposerProps {
  readonly channel: string;
  readonly thread?: string;
  readonly placeholder: string;
}

/** Slack takes no more. */
const longest = 40_000;

/** Where one writes: Enter sends, Shift+Enter begins a new line, / and @ offer what fits. */
export function Composer({ channel, thread, placeholder }: ComposerProps) {
  const { act, complain, me, state } = useDesk();
  const key = `${me.id}/${channel}/${thread ?? ''}`;
  const [text, setText] = useState(() => draftOf(key));
  const [files, setFiles] = useState<readonly Chosen[]>([]);
  const [offers, setOffers] = useState<readonly Completion[]>([]);
  const [chosen, setChosen] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  useEffect(() => keepDraft(key, text), [key, text]);
  useEffect(() => {
    if (draftOf(key) !== '') area.current?.focus();
  }, [key]);
  useEffect(() => {
    const takeDraft = () => {
      setText(draftOf(key));
      area.current?.focus();
    };
    addEventListener('deskhand-draft', takeDraft);
    return () => removeEventListener('deskhand-draft', takeDraft);
  }, [key]);

  const write = (next: string, cursor: number) => {
    setText(next);
    setOffers(completionsFor(next.slice(0, cursor), state, thread !== undefined));
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
    const typed = text.trim();
    if (typed === '' && files.length === 0) return;
    if (text.length > longest) return complain(`Slack takes ${longest} characters at most; this has ${text.length}.`);
    setText('');
    setOffers([]);
    const { trouble } = typed.startsWith('/') ? await command(typed) : await say(typed);
    if (trouble) setText((now) => now || text);
    else setFiles([]);
  };
  const command = async (typed: string) => {
    const [name = '', ...rest] = typed.split(' ');
    if (thread) return refused('Slack takes commands in channels and direct messages, not in threads.');
    if (name !== '/desk') return refused(`${name} is no command here. Try /desk help.`);
    return act({ do: 'command', channel, command: name, text: rest.join(' ') });
  };
  const refused = (trouble: string) => {
    complain(trouble);
    return { trouble };
  };
  const say = async (typed: string) => {
    const attached = files.length > 0 ? { files: await readFiles(files) } : {};
    return act({ do: 'say', channel, text: withMentions(typed, state), ...(thread ? { thread } : {}), ...attached });
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
        <button type="submit" className="button primary send" disabled={text.trim() === '' && files.length === 0}>
          Send
        </button>
      </div>
    </form>
  );
}
