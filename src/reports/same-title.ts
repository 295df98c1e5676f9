/** @returns the title as it is compared: `Printer 3 jams!` and `printer 17 jams` are the same */
export function sameTitle(title: string): string {
  const words =
    title
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
  return words.map((word) => (/^\p{N}/u.test(word) ? '#' : word)).join(' ');
}
