import { Icon } from './icon.tsx';

/** Somebody's initials on a colour of their own; decoration, since the name always stands beside it. */
export function Avatar({ name, isBot = false }: { name: string; isBot?: boolean }) {
  const words = name.split(' ').filter(Boolean);
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  const hue = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 12, 7);
  return (
    <span className={isBot ? 'avatar bot' : `avatar hue-${hue}`} aria-hidden="true">
      {isBot ? <Icon name="bell" /> : initials.join('').toUpperCase()}
    </span>
  );
}
