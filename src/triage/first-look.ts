import type { DeskConfig, ServiceConfig } from '../config/desk-config.ts';
import type { Level, TicketKind } from '../tickets/ticket.ts';

/** What simple rules see in somebody's words. People see it on the card and can change it. */
export interface FirstLook {
  readonly kind: TicketKind;
  readonly service?: ServiceConfig;
  readonly impact: Level;
  readonly urgency: Level;
}

/** Looks at the words: a service by its keywords (whole words), urgency and impact by words that say so. */
export function firstLook(words: string, config: DeskConfig): FirstLook {
  const text = plainly(words);
  const service = serviceIn(text, config.services);
  return {
    kind: requests.test(text) ? 'request' : 'incident',
    impact: impactOf(text),
    urgency: urgencyOf(text),
    ...(service ? { service } : {}),
  };
}

/** In lower case, with the apostrophe of keyboards for the one that telephones type. */
const plainly = (words: string) => words.toLowerCase().replaceAll('’', "'");

/** The service with the most, then the longest, keywords in the text. */
function serviceIn(text: string, services: readonly ServiceConfig[]): ServiceConfig | undefined {
  const weighed = services.map((service) => {
    const keywords = new Set([service.name, ...service.keywords].map(plainly));
    const found = [...keywords].filter((keyword) => hasWord(text, keyword));
    return { service, count: found.length, length: Math.max(0, ...found.map((keyword) => keyword.length)) };
  });
  const best = weighed.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || b.length - a.length);
  return best[0]?.service;
}

/** Whole words, in any script: `vpn` is in "the VPN, again", not in "vpnx". */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + word.length))) return true;
  }
  return false;
}

const isLetter = (character: string) => /[\p{L}\p{N}]/u.test(character);

function impactOf(text: string): Level {
  if (everyone.test(text)) return 1;
  return several.test(text) ? 2 : 3;
}

function urgencyOf(text: string): Level {
  if (noHurry.test(text)) return 3;
  return urgent.test(text) ? 1 : 2;
}

/** A pattern of whole words; JavaScript's `\b` knows ASCII only. */
const anyOf = (...patterns: string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'u');

const everyone = anyOf(
  'everyone|everybody|nobody can|no one can|whole (?:office|company|floor|building|site|department)|all (?:users|of us|sites)|company[- ]wide',
  'alle (?:kollegen|nutzer|mitarbeiter)|bei allen|niemand kann|keiner kann|ganze (?:firma|abteilung|büro)|ganzes büro',
  'todos|nadie puede|toda la oficina|tout le monde|personne ne peut|toda a gente|ninguém consegue',
);
const several = anyOf(
  '(?:our|my|the) (?:whole )?team|several (?:people|of us|colleagues)|many (?:people|of us|colleagues)|some of us|department',
  'mehrere (?:kollegen|leute)|unser(?:e[nm]?)? (?:team|abteilung)|varios|plusieurs|vários',
);
const urgent = anyOf(
  "urgent|urgently|asap|emergency|immediately|critical|(?:can't|cannot|can not|cant|unable to) work|blocked|right now|deadline",
  'dringend|sofort|notfall|kann nicht (?:mehr )?arbeiten|eilt|kritisch',
  'urgente|emergencia|no puedo trabajar|urgence|ne peux pas travailler|emergência|não consigo trabalhar',
);
const noHurry = anyOf(
  "not (?:so |that |very )?urgent|no (?:rush|hurry)|when(?:ever)? you (?:have|find) time|isn't urgent|nicht (?:so )?dringend|eilt nicht|keine eile",
  'no es urgente|sin prisa|pas urgent|sem pressa|não é urgente',
);
const requests = anyOf(
  "(?:can|could|may) (?:i|we) (?:please )?(?:get|have)|(?:i|we) (?:need|want|would like|'d like) (?:a|an|access|another|some|new)",
  'please (?:order|install|create|grant|give)|request(?:ing)? (?:a|an|access|for)|(?:ich|wir) (?:brauche[n]?|hätte[n]? gern) (?:ein|eine|einen|zugriff|zugang)',
  'bitte (?:bestell|installier|richte)',
);
