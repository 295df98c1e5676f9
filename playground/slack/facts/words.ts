/** The words of a list that is written as one text. */
export function words(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '');
}
