import type { TriageResult } from './assistant.ts';
import { languagesFor } from './language-of.ts';
import { anyPhrase, plainly, wordsOf } from './plain-words.ts';
import { forEachLanguage } from './vocabulary/for-each-language.ts';
import { type KnownLanguage, vocabularies } from './vocabulary/vocabularies.ts';

/** Words that stand for a thing without saying which. */
const placeholders: Readonly<Record<KnownLanguage, string>> = {
  en: 'everything something anything nothing thing things stuff same work works working get got going happening happened when trying try always sometimes suddenly still since properly anymore any more right',
  de: 'alles etwas was nichts irgendwas irgendetwas ding dinge sache sachen es das dies hier bei mir geht gehen funktioniert läuft mehr einfach immer wieder manchmal plötzlich noch richtig gar',
  es: 'todo algo nada cosa cosas eso esto lo la el me se funciona va anda más siempre ya bien',
  fr: 'tout quelque chose rien truc choses cela ça ce ne plus marche fonctionne va toujours encore bien',
  pt: 'tudo algo alguma coisa nada coisas isso isto aquilo funciona mais anda sempre já bem',
};

/**
 * Whether nobody could begin to work on these words: _help_, _it does not work_, _something is wrong_. Whoever names a
 * thing, however briefly, is not vague.
 */
export function isVague(text: string, { act, language }: Pick<TriageResult, 'act' | 'language'>): boolean {
  if (act.value === 'help') return true;
  const plain = plainly(text);
  return languagesFor(language).some((one) => isAllEmpty(plain, one));
}

const patternsOf = forEachLanguage((language) => {
  const { kinds, acts, fillers } = vocabularies[language];
  return {
    phrases: anyPhrase([...acts.help, ...kinds.incident, ...acts.greeting, ...acts.thanks]),
    empty: new Set(`${fillers} ${placeholders[language]}`.split(' ')),
  };
});

function isAllEmpty(plain: string, language: KnownLanguage): boolean {
  const known = patternsOf(language);
  if (wordsOf(plain).length === 0) return false;
  return wordsOf(plain.replaceAll(known.phrases, ' ')).every((word) => known.empty.has(word));
}
