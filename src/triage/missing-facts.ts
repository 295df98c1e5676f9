import type { Act, Fact, IssueKind } from './assistant.ts';
import { anyPhrase, plainly, wordsOf } from './plain-words.ts';
import { forEachLanguage } from './vocabulary/for-each-language.ts';
import { type KnownLanguage, vocabularies } from './vocabulary/vocabularies.ts';

export interface Known {
  readonly act: Act;
  readonly kind: IssueKind;
  readonly hasService: boolean;
  readonly languages: readonly KnownLanguage[];
}

const asked: Readonly<Record<IssueKind, readonly Fact[]>> = {
  incident: ['service', 'errorText', 'since', 'affected'],
  problem: ['service', 'since', 'affected'],
  request: ['service', 'forWhom'],
  change: ['service', 'since'],
  question: ['service'],
};
const fewestWords = 3;

/** What an agent would have to ask, in the order of use; nothing of a message that is no issue. */
export function missingFacts(text: string, { act, kind, hasService, languages }: Known): readonly Fact[] {
  if (act === 'help') return ['what'];
  if (act !== 'issue') return [];
  const plain = plainly(text);
  const isScant = wordsOf(plain).length < fewestWords;
  const missing = asked[kind].filter((fact) => !isTold(plain, fact, hasService, languages));
  return isScant ? ['what', ...missing] : missing;
}

function isTold(plain: string, fact: Fact, hasService: boolean, languages: readonly KnownLanguage[]): boolean {
  if (fact === 'what') return true;
  if (fact === 'service') return hasService;
  return languages.some((language) => {
    const pattern = patternsOf(language).get(fact);
    if (!pattern) return false;
    pattern.lastIndex = 0;
    return pattern.test(plain);
  });
}

const told = ['errorText', 'since', 'affected', 'forWhom'] as const;
const patternsOf = forEachLanguage(
  (language) => new Map<Fact, RegExp>(told.map((fact) => [fact, anyPhrase(vocabularies[language].facts[fact])])),
);
