/** Words of fewer letters have too many neighbours: "slack" and "stack". */
const shortest = 6;
/** Below this length the first letter is taken as right: "dress" is no "press". */
const short = 8;

/** Whether one letter more, less, another, or two neighbours in turn make one word of the other; equal words are not. */
export function isOneEditApart(one: string, other: string): boolean {
  if (one.length > other.length) return isOneEditApart(other, one);
  if (one.length < shortest - 1 || other.length < shortest || other.length - one.length > 1 || one === other)
    return false;
  const from = firstDifference(one, other);
  if (from === 0 && other.length < short) return false;
  if (one.length < other.length) return one.slice(from) === other.slice(from + 1);
  if (one.slice(from + 1) === other.slice(from + 1)) return true;
  const isSwapped = one[from] === other[from + 1] && one[from + 1] === other[from];
  return isSwapped && one.slice(from + 2) === other.slice(from + 2);
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
