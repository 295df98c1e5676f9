import type { Words } from '../words.ts';

/** What the admins hear about the language model, in German. */
export const modelWords: Words['model'] = {
  title: 'Sprachmodell',
  news: {
    nearly:
      '80 % des heutigen Budgets für das Sprachmodell sind verbraucht. Bei 100 % arbeitet der Desk bis morgen ohne es weiter.',
    spent:
      'Das heutige Budget für das Sprachmodell ist verbraucht. Bis morgen arbeitet der Desk ohne es. Die Grenzen stehen in desk.yaml unter assistant.',
    personSpent:
      'Jemand hat den eigenen Anteil am Sprachmodell für heute verbraucht. Was diese Person schreibt, wird bis morgen ohne es bearbeitet.',
    noPrice:
      'desk.yaml begrenzt, was das Sprachmodell kosten darf, nennt aber seinen Preis nicht; darum wird es nicht gefragt. Trage das Modell unter assistant, prices ein.',
    refused:
      'Der Server des Sprachmodells weist den Desk ab. Prüfe OPENAI_API_KEY, OPENAI_BASE_URL und OPENAI_MODEL. Bis dahin arbeitet der Desk ohne es.',
  },
};
