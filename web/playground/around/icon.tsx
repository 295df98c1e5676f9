/** Line drawings, 24 × 24, drawn for this page. */
const drawings = {
  bell: 'M4 18h16M6 18a6 6 0 0 1 12 0M12 12V9M10 9h4',
  clip: 'M20 11.5 12.2 19a5 5 0 0 1-7-7l8-7.8a3.3 3.3 0 0 1 4.7 4.6l-7.8 7.7a1.6 1.6 0 0 1-2.3-2.2l7-7',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.5l3 2',
  eye: 'M3 12s3.3-6 9-6 9 6 9 6-3.3 6-9 6-9-6-9-6zM12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  house: 'M4 11.5 12 5l8 6.5M6.5 10v9h11v-9',
  list: 'M4 7h16M4 12h16M4 17h16',
  lock: 'M6.5 11h11v8h-11zM9 11V8a3 3 0 0 1 6 0v3',
  people:
    'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.5 19a5.5 5.5 0 0 1 11 0zM16 11.5a2.5 2.5 0 1 0-1-4.8M17 14.5a4.5 4.5 0 0 1 3.5 4.5h-3',
  picture: 'M4 6h16v12H4zM5 17l5-5 4 4 2-2 3 3',
  talk: 'M4 6h16v10h-9l-4 3v-3H4z',
  plus: 'M12 5v14M5 12h14',
  reply: 'M10 6 4 11.5l6 5.5M4.5 11.5H14a6 6 0 0 1 6 6V19',
  search: 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15.5 15.5 20 20',
  send: 'M4 5l16 7-16 7 2.5-7zM6.5 12H14',
  smile: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM9 10v.01M15 10v.01M8.5 14a4.5 4.5 0 0 0 7 0',
  ticket: 'M4 8h16v3a1.5 1.5 0 0 0 0 3v3H4v-3a1.5 1.5 0 0 0 0-3zM14 8v9',
} as const;
export type IconName = keyof typeof drawings | 'hash';

/** Decoration: what it means stands beside it in words, or as the label of its button. */
export function Icon({ name }: { name: IconName }) {
  const drawing = name === 'hash' ? 'M9 5 7 19M17 5l-2 14M5 9.5h15M4 14.5h15' : drawings[name];
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawing} />
    </svg>
  );
}
