import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { TeamsAnswer, WireFound } from '../../../../playground/page/teams/wire.ts';
import { Icon } from '../../around/icon.tsx';
import { useTeams } from '../state/use-teams.ts';

interface ExtensionPanelProps {
  readonly place: string;
  readonly onPick: (found: WireFound) => void;
  readonly onClose: () => void;
}

/** Teams asks while one types, when one has paused so long, in milliseconds. */
const pauseMs = 250;

/** The desk's message extension: search issues to put one into the message, or tell the desk something new. */
export function ExtensionPanel({ place, onPick, onClose }: ExtensionPanelProps) {
  const { act, state } = useTeams();
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<TeamsAnswer>();
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    let isStale = false;
    const ask = async () => {
      const found = await latest.current({ do: 'search', place, text });
      if (!isStale) setAnswer(found);
    };
    const timer = setTimeout(() => void ask(), text === '' ? 0 : pauseMs);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [place, text]);
  const onKeyDown = (event: KeyboardEvent) => {
    // The box for the message around this one is a form.
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
    if (event.key === 'Escape') onClose();
  };
  const create = () => {
    onClose();
    void act({ do: 'new issue', place });
  };
  return (
    <section className="extension" aria-label="Deskhand" onKeyDown={onKeyDown}>
      <header>
        <b>{state.bot.name}</b>
        <button type="button" className="button" onClick={create}>
          New issue
        </button>
        <button type="button" className="icon-button" aria-label="Close Deskhand" onClick={onClose}>
          ✕
        </button>
      </header>
      <label className="search-field">
        <Icon name="search" />
        <span className="for-readers">Search issues</span>
        <input
          // biome-ignore lint/a11y/noAutofocus: one has just asked to search
          autoFocus
          type="search"
          value={text}
          placeholder="Words or key: vpn, or INC-42"
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <Results answer={answer} isFirst={text === ''} onPick={onPick} />
    </section>
  );
}

interface ResultsProps {
  readonly answer: TeamsAnswer | undefined;
  /** Nothing has been typed yet. */
  readonly isFirst: boolean;
  readonly onPick: (found: WireFound) => void;
}

function Results({ answer, isFirst, onPick }: ResultsProps) {
  const found = answer?.found ?? [];
  if (isFirst && found.length === 0) return <p className="empty">Type words, or a key such as INC-42.</p>;
  if (!answer) return <p className="empty">One moment …</p>;
  if (found.length === 0) return <p className="empty">{answer.notice ?? answer.trouble ?? 'Nothing found.'}</p>;
  return (
    <ul className="results scroll">
      {found.map((one, at) => (
        <li key={at}>
          <button type="button" onClick={() => onPick(one)}>
            <b>{one.title}</b>
            <small>{one.text}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
