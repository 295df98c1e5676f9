/** The reactions that Teams offers at once, by its names, and the desk's own. */
export const quickReactions = [
  { type: 'like', sign: '👍', name: 'Like' },
  { type: 'heart', sign: '❤️', name: 'Heart' },
  { type: 'laugh', sign: '😆', name: 'Laugh' },
  { type: 'surprised', sign: '😮', name: 'Surprised' },
  { type: '1f3ab_ticket', sign: '🎫', name: 'Ticket' },
] as const;

const others: Readonly<Record<string, string>> = { sad: '😢', angry: '😠' };

/** The sign of a reaction; other emoji carry their code: `1f44b_wavinghand`. */
export function signOf(type: string): string {
  const known = quickReactions.find((one) => one.type === type)?.sign ?? others[type];
  const code = /^([0-9a-f]{4,6})(?:_|$)/.exec(type)?.[1];
  const point = code === undefined ? Number.NaN : Number.parseInt(code, 16);
  return known ?? (point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : type);
}
