import { languageOf } from './languages.ts';

/** What the desk has, as its prompt tells it. */
interface DeskLists {
  readonly services: readonly {
    readonly id: string;
    readonly name: string;
    readonly keywords: readonly string[];
    readonly team: string;
  }[];
  readonly teams: readonly { readonly id: string }[];
}

const actRules: readonly (readonly [act: string, form: RegExp])[] = [
  ['thanks', /^\W*(?:thanks|thank you|danke|gracias|merci|obrigad[oa])\W*$/i],
  ['greeting', /^\W*(?:hi|hello|hey|hallo|moin|hola|bonjour|olá)\W*$/i],
  ['human', /\b(?:real person|human|talk to (?:someone|somebody)|menschen sprechen)\b/i],
  ['status', /\b(?:any news|status of|what about my|wie steht es)\b/i],
];

/** Sorts a message by simple rules, and always the same way. */
export function triageAnswer(instructions: string, message: string) {
  const desk: DeskLists = JSON.parse(/^Desk: (.*)$/m.exec(instructions)?.[1] ?? '{"services":[],"teams":[]}');
  const service = serviceIn(message, desk);
  const act = actRules.find(([, form]) => form.test(message))?.[0] ?? 'issue';
  return {
    act,
    kind: kindOf(message),
    service: service?.id ?? null,
    team: service?.team ?? desk.teams[0]?.id ?? null,
    impact: /\b(?:everyone|everybody|nobody|all of us|company|alle|niemand|tous|todos)\b/i.test(message)
      ? 1
      : /\b(?:we|our|us|team|wir|unser\w*)\b/i.test(message)
        ? 2
        : 3,
    urgency: /\b(?:urgent|asap|immediately|down|dringend|sofort|urgente)\b/i.test(message)
      ? 1
      : /\b(?:no hurry|can wait|when you have time|eilt nicht)\b/i.test(message)
        ? 3
        : 2,
    title: titleOf(message),
    language: languageOf(message),
    missing: act === 'issue' && !service ? ['service'] : [],
    confidence: {
      ...{ act: 0.93, kind: 0.88, service: service ? 0.92 : 0.55, team: service ? 0.9 : 0.5 },
      ...{ impact: 0.8, urgency: 0.8 },
    },
  };
}

function serviceIn(message: string, { services }: DeskLists) {
  const words = ` ${message.toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, ' ')} `;
  const counted = services.map((service) => {
    const names = [service.name.toLowerCase(), ...service.keywords.map((word) => word.toLowerCase())];
    return { service, count: names.filter((name) => words.includes(` ${name} `)).length };
  });
  return counted.filter(({ count }) => count > 0).toSorted((one, other) => other.count - one.count)[0]?.service;
}

function kindOf(message: string): string {
  if (/\b(?:how (?:do|can|to)|where (?:do|can)|wie (?:kann|geht)|comment|cómo|como)\b/i.test(message))
    return 'question';
  const isWish = /\b(?:need|would like|please (?:install|order|add|give)|new|access to|brauche|bitte um|möchte)\b/i;
  const isTrouble = /\b(?:not|cannot|can't|error|broken|down|fails|nicht|kaputt|fehler)\b/i;
  return isWish.test(message) && !isTrouble.test(message) ? 'request' : 'incident';
}

function titleOf(message: string): string {
  const plain = message.replace(/^\W*(?:hi|hello|hey|hallo|moin|hola|bonjour)\b[\s,!.]*/i, '').trim();
  const [first = ''] = plain.split(/(?<=[.!?])\s|\n/);
  const cut = (first || plain || message).replace(/[.!?\s]+$/, '').slice(0, 80);
  return cut.charAt(0).toUpperCase() + cut.slice(1);
}
