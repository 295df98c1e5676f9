const dimensions = 128;

/** Words that mean the same lie at the same place, as they would with a real model. */
const sameSense: Readonly<Record<string, string>> = {
  laptop: 'computer',
  notebook: 'computer',
  rechner: 'computer',
  drucker: 'printer',
  passwort: 'password',
  kennwort: 'password',
  mail: 'email',
  outlook: 'email',
  tunnel: 'vpn',
  wlan: 'wifi',
  wireless: 'wifi',
  slow: 'sluggish',
  langsam: 'sluggish',
};

/** A vector of length 1 for a text: texts with words in common lie close together. */
export function vectorOf(text: string): readonly number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []) {
    const place = hash(sameSense[word] ?? word.slice(0, 6));
    vector[place % dimensions] = (vector[place % dimensions] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector.map((_, at) => (at === 0 ? 1 : 0)) : vector.map((value) => value / length);
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 2166136261;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return value;
}
