/**
 * Picks the form that a number takes in a language that has two.
 * @param language BCP 47
 */
export function pluralIn(language: string): (count: number, one: string, other: string) => string {
  const rules = new Intl.PluralRules(language);
  return (count, one, other) => (rules.select(count) === 'one' ? one : other);
}
