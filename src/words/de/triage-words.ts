import type { Words } from '../words.ts';

/** What the desk takes a ticket to be about, and what it asks, in German. */
export const triageWords: Words['triage'] = {
  yes: 'Ja',
  change: 'Ändern',
  looksLike: (what) => `Sieht aus nach: ${what}`,
  wouldHaveSet: (what) => `Hätte gesetzt: ${what}`,
  guess: (value, percent) => `${value} (${percent} %)`,
  filledInBy: {
    model: 'Vom Sprachmodell eingeordnet. Ändere, was falsch ist, und es bleibt, wie du es sagst.',
  },
  fellBack: {
    timeout: 'Nach den Regeln auf diesem Rechner eingeordnet: Das Sprachmodell hat nicht rechtzeitig geantwortet.',
    error: 'Nach den Regeln auf diesem Rechner eingeordnet: Das Sprachmodell war nicht zu erreichen.',
    refusal: 'Nach den Regeln auf diesem Rechner eingeordnet: Das Sprachmodell hat abgelehnt.',
    malformed: 'Nach den Regeln auf diesem Rechner eingeordnet: Das Sprachmodell gab keine brauchbare Antwort.',
    budget: 'Nach den Regeln auf diesem Rechner eingeordnet: Das Budget für das Sprachmodell ist aufgebraucht.',
    private: 'Nach den Regeln auf diesem Rechner eingeordnet: Das geht an kein Sprachmodell.',
  },
  told: {
    affected: 'Betroffen',
    since: 'Seit',
  },
  ask: {
    service: (key) => `${key}: Worum geht es?`,
    affected: (key) => `${key}: Wer ist betroffen?`,
    since: (key) => `${key}: Seit wann?`,
    errorText: (key) => `${key}: Gibt es eine Fehlermeldung, und was steht darin?`,
    forWhom: (key) => `${key}: Für wen ist es?`,
  },
  askHint: 'Oder antworte hier mit eigenen Worten. Das Team hat es schon.',
  answers: {
    me: 'Nur ich',
    team: 'Mein Team',
    everyone: 'Alle',
    now: 'Seit eben',
    today: 'Seit heute',
    longer: 'Schon länger',
    other: 'Etwas anderes',
  },
  noted: (key, answer) => `${key}: notiert. ${answer}`,
  suggestionTaken: (key) => `${key} ist wie vorgeschlagen geändert.`,
  human: {
    comes: (key, team) => `${key}: Jemand von ${team} meldet sich hier bei dir.`,
    alreadyWith: (key, person) => [`${key} liegt bei `, person, '. Dort weiß man jetzt, dass du reden möchtest.'],
    waiting: (key, team) => `${key} liegt bei ${team}. Dort weiß man jetzt, dass du mit einem Menschen reden möchtest.`,
    title: 'Möchte mit einem Menschen reden',
  },
  praise: 'Danke, das freut mich.',
  outOfScope: 'Dafür ist dieser Desk leider nicht da. Wenn doch, melde es hier:',
  silenced: {
    title: 'Die Einordnung ist verstummt',
    rules: (field, right, judged) =>
      `Die Regeln für „${field}“ lagen letzte Woche bei ${right} von ${judged} Tickets richtig. Bis sie sich wieder bewähren, sagen sie nur noch, was sie getan hätten.`,
    learnt: (field, right, judged) =>
      `Was über „${field}“ gelernt wurde, stimmte letzte Woche bei ${right} von ${judged} Tickets. Es sagt nur noch, was es getan hätte, bis es sich wieder bewährt.`,
    model: (field, right, judged) =>
      `Das Sprachmodell lag bei „${field}“ letzte Woche bei ${right} von ${judged} Tickets richtig. Es sagt nur noch, was es getan hätte, bis es sich wieder bewährt.`,
  },
};
