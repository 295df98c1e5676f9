import { wordByWord } from './dictionary.ts';
import { languageOf } from './languages.ts';
import { bestPassage, type NumberedPassage, sentencesFor } from './passage-answer.ts';

interface Said {
  readonly by: string;
  readonly text: string;
}

/** The first thing that was said and the last, in the language that was asked for. */
export function summaryAnswer(talk: readonly Said[], language: string) {
  const [first, last] = [talk[0], talk.at(-1)];
  const said = [first, last === first ? undefined : last].flatMap((one) => (one ? [sentenceOf(one.text)] : []));
  return { summary: said.map((text) => translated(text, language)).join('\n') };
}

const questions: Readonly<Record<string, string>> = {
  en: 'Thank you for telling us. Which device is it, and since when does it happen?',
  de: 'Danke für die Nachricht. Um welches Gerät geht es, und seit wann ist das so?',
  es: 'Gracias por avisarnos. ¿De qué equipo se trata y desde cuándo ocurre?',
  fr: 'Merci de nous avoir prévenus. De quel appareil s’agit-il et depuis quand est-ce ainsi ?',
  pt: 'Obrigado por nos avisar. De que aparelho se trata e desde quando isso acontece?',
};

/** What a passage says about it, else a question that an agent might ask. */
export function draftAnswer(talk: readonly Said[], passages: readonly NumberedPassage[], language: string) {
  const asked = talk.findLast(({ by }) => by === 'requester')?.text ?? '';
  const best = bestPassage(asked, passages);
  if (!best) return { reply: questions[language] ?? null };
  return { reply: translated(sentencesFor(asked, best).join(' '), language) };
}

export function translationAnswer(text: string, language: string) {
  return { translation: translated(text, language) };
}

function sentenceOf(text: string): string {
  return (text.split(/(?<=[.!?])\s|\n/)[0] ?? text).slice(0, 200);
}

const gist: Readonly<Record<string, (words: string) => string>> = {
  en: (words) => `In short, the person writes about the following matter and waits for an answer from us: ${words}`,
  de: (words) =>
    `Kurz gesagt schreibt die Person über das folgende Anliegen und wartet auf eine Antwort von uns: ${words}`,
  es: (words) => `En resumen, la persona escribe sobre el siguiente asunto y espera una respuesta nuestra: ${words}`,
  fr: (words) => `En bref, la personne écrit au sujet de ce qui suit et attend une réponse de notre part : ${words}`,
  pt: (words) => `Em resumo, a pessoa escreve sobre o seguinte assunto e espera uma resposta nossa: ${words}`,
};

/** Word by word where the dictionary knows nearly all of them; else only what it is about. No more than a stand-in. */
function translated(text: string, to: string): string {
  const from = languageOf(text);
  if (from === to) return text;
  const words = wordByWord(text, from, to);
  return words ?? gist[to]?.(text.slice(0, 60)) ?? text;
}
