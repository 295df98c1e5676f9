/**
 * Short texts come again and again: names of fields, states, ids. Making a string of bytes costs more than finding the
 * one that was made before.
 */
const slots = 8192;
const known: (string | undefined)[] = new Array<string | undefined>(slots).fill(undefined);
/** Longer ones rarely come again. */
const longest = 32;

/** The text of some bytes in UTF-8. @param end exclusive */
export function textOfBytes(bytes: Buffer, start: number, end: number): string {
  const length = end - start;
  if (length > longest) return bytes.toString('utf8', start, end);
  let hash = length;
  for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
  const slot = hash & (slots - 1);
  const before = known[slot];
  if (before !== undefined && before.length === length && isSame(before, bytes, start)) return before;
  const text = bytes.toString('utf8', start, end);
  known[slot] = text;
  return text;
}

/** Never so for a text with other letters than those of ASCII: it has more bytes than units. */
function isSame(text: string, bytes: Buffer, start: number): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) !== bytes[start + at]) return false;
  return true;
}
