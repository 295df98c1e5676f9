import { pluralIn } from '../plural.ts';
import type { Words } from '../words.ts';

const plural = pluralIn('de');

/** How it went, in German. */
export const surveyWords: Words['surveys'] = {
  askedAgain: (key) => `Wir haben noch nicht gehört, wie es mit ${key} lief. Ein Klick genügt.`,
  scale: '1 ist schlecht, 5 ist sehr gut.',
  scaleAnonymous: '1 ist schlecht, 5 ist sehr gut. Niemand erfährt, welche Antwort von dir ist.',
  thanks: (key) => `Danke für deine Antwort zu ${key}.`,
  thanksFor: (key, score) => `Danke. Du hast ${key} mit ${score} von 5 bewertet.`,
  changeable: (days) =>
    plural(
      days,
      'Klick innerhalb eines Tages auf eine andere Zahl, um sie zu ändern.',
      `Klick innerhalb von ${days} Tagen auf eine andere Zahl, um sie zu ändern.`,
    ),
  addComment: 'Kommentar hinzufügen',
  commentLabel: 'Was sollten wir wissen?',
  commentHint: 'Das Team, das dein Ticket bearbeitet hat, liest es.',
  commentHintAnonymous: 'Wer das Team leitet, kann es lesen, ohne deinen Namen.',
  send: 'Senden',
  commented: (key) => `Danke, dein Kommentar zu ${key} ist notiert.`,
  comment: (score, words) => `Wie es lief, ${score} von 5: ${words}`,
  void: (key) => `${key} wurde seit unserer Frage wieder geöffnet, darum zählt sie nicht mehr.`,
  tooLate: (key) => `Deine Antwort zu ${key} ist zu lange her, um sie noch zu ändern.`,
  answeredAlready: (key) =>
    `Du hast zu ${key} schon geantwortet. Weil niemand weiß, welche Antwort von dir ist, kannst du sie nur in der Nachricht ändern, die dir dankt.`,
  noScore: (key) => `Klick für ${key} zuerst auf eine Zahl, dann schreib deinen Kommentar.`,
  lowScore: (key, requester, score) => [requester, ` hat ${key} mit ${score} von 5 bewertet.`],
  lowScoreOfService: (service, score) => `Ein Ticket zu ${service} wurde mit ${score} von 5 bewertet.`,
  lowScoreOfTeam: (team, score) => `Ein Ticket von ${team} wurde mit ${score} von 5 bewertet.`,
  isAnonymous: 'Die Antworten sind anonym: Welches Ticket es war und wessen, ist nicht bekannt.',
  conversation: 'Zum Gespräch',
};
