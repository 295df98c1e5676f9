import type { Act, Guess } from './assistant.ts';
import { anyPhrase, isWithinOneEdit, plainly, wordsOf } from './plain-words.ts';
import { forEachLanguage } from './vocabulary/for-each-language.ts';
import { type KnownLanguage, knownLanguages, vocabularies } from './vocabulary/vocabularies.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

/** What the rules see of an act in a message: the likeliest one, and every act of which there is a trace. */
export interface SeenActs {
  readonly act: Guess<Act>;
  readonly traces: readonly Act[];
}

/** Of several acts in a message that says nothing else, the first counts: _hi, thanks, bye_ is a goodbye, _no, thanks_ a reply. */
const inOrder = [
  'status',
  'human',
  'smallTalk',
  'outOfScope',
  'help',
  'reply',
  'goodbye',
  'thanks',
  'praise',
  'greeting',
] as const satisfies readonly Exclude<Act, 'issue'>[];
/** These are meant though the message says more: _the printer again … can I talk to somebody_. */
const inPassing = ['human', 'status', 'outOfScope', 'help'] as const;
/** A longer message has something to tell. */
const longestInPassing = 16;

/**
 * What somebody wants, by the everyday words of each language.
 * @param languages the likeliest first
 * @param isAboutService a service of the desk is named, so that it is for this desk
 * @param saysTrouble it speaks of something that does not work or that is wanted
 */
export function actsIn(
  text: string,
  { isAboutService, saysTrouble }: { readonly isAboutService: boolean; readonly saysTrouble: boolean },
  languages: readonly KnownLanguage[] = knownLanguages,
): SeenActs {
  const plain = plainly(text);
  const words = wordsOf(plain);
  if (words.length === 0) return seen('smallTalk', 0.9, []);
  const whole = languages.map((language) => allOf(plain, language)).find((act) => act !== undefined);
  const traces = inOrder.filter((act) => languages.some((language) => hasAct(plain, act, language)));
  if (whole) return seen(whole, 0.93, traces);
  // The weather app and the car park badge are for the desk, other than the weather and the car.
  const isThing = words.some((word) => languages.some((language) => patternsOf(language).things.has(word)));
  const passing =
    isAboutService || words.length > longestInPassing
      ? undefined
      : inPassing.find((act) => has(traces, act) && !(isThing && (act === 'outOfScope' || act === 'help')));
  if (passing) return seen(passing, 0.75, traces);
  // A word or two that name nothing answer something, if anything; nobody should be too sure of that.
  if (words.length <= 2 && !isAboutService && !saysTrouble && !isThing)
    return seen(nearly(words, languages) ?? 'reply', 0.45, traces);
  const sureness = isThing ? 0.85 : 0.8;
  return seen('issue', isAboutService ? 0.92 : sureness, traces);
}

function seen(value: Act, confidence: number, traces: readonly Act[]): SeenActs {
  return { act: { value, confidence, by: 'rules' }, traces };
}

const has = (traces: readonly Act[], act: Act) => traces.includes(act);

const patternsOf = forEachLanguage((language) => {
  const { acts, alone, fillers, things }: Vocabulary = vocabularies[language];
  return {
    ofActs: new Map(inOrder.map((act) => [act, anyPhrase(acts[act])])),
    alone: new Map(inOrder.map((act) => [act, anyPhrase([...acts[act], ...(alone?.[act] ?? [])])])),
    fillers: new Set(fillers.split(' ')),
    things: new Set(things.split(' ')),
  };
});

/** The act of a message that consists of acts and fillers alone. */
function allOf(plain: string, language: KnownLanguage): Act | undefined {
  const known = patternsOf(language);
  let rest = plain;
  const found: Act[] = [];
  for (const [act, pattern] of known.alone) {
    const without = rest.replaceAll(pattern, ' ');
    if (without !== rest) found.push(act);
    rest = without;
  }
  const isAll = wordsOf(rest).every((word) => known.fillers.has(word));
  // _Ok_, _great_: nothing but words that add nothing.
  return isAll ? (found[0] ?? 'reply') : undefined;
}

function hasAct(plain: string, act: (typeof inOrder)[number], language: KnownLanguage): boolean {
  const pattern = patternsOf(language).ofActs.get(act);
  if (!pattern) return false;
  pattern.lastIndex = 0;
  return pattern.test(plain);
}

const typed = ['greeting', 'thanks', 'goodbye'] as const;
const shortestTyped = 4;
/** Single words that are often mistyped: those that stand alone in the vocabulary. */
const often = new Map(
  knownLanguages.map((language) => [
    language,
    typed.flatMap((act) =>
      vocabularies[language].acts[act].flatMap((phrase) =>
        phrase
          .split('|')
          .filter((word) => /^\p{L}+$/u.test(word) && word.length >= shortestTyped)
          .map((word) => ({ word, act })),
      ),
    ),
  ]),
);

/** _helo_, _thnaks_: a word of talk with one letter wrong. */
function nearly(words: readonly string[], languages: readonly KnownLanguage[]): Act | undefined {
  const first = words[0] ?? '';
  if (first.length < shortestTyped) return undefined;
  return languages.flatMap((language) => often.get(language) ?? []).find(({ word }) => isWithinOneEdit(word, first))
    ?.act;
}
