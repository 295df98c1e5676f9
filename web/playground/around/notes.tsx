/** Something that somebody has to know now. */
export interface Note {
  readonly words: string;
  readonly isTrouble: boolean;
}

interface NotesProps {
  readonly notes: readonly Note[];
  readonly onPutAway: (at: number) => void;
}

/** What did not work, and what the desk says in passing: above everything until it is put away. */
export function Notes({ notes, onPutAway }: NotesProps) {
  return (
    <div className="troubles" role="alert">
      {notes.map(({ words, isTrouble }, at) => (
        <p key={at} className={isTrouble ? 'trouble' : 'trouble notice'}>
          {words}
          <button type="button" className="icon-button" aria-label="Put away" onClick={() => onPutAway(at)}>
            ✕
          </button>
        </p>
      ))}
    </div>
  );
}
