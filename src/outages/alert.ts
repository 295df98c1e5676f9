import type { MessageRef } from '../chat/refs.ts';
import type { GistReader } from './gist.ts';
import { matterOf } from './matter.ts';
import type { Report } from './report.ts';
import { termsOf } from './report-of.ts';

/** What a bot has posted where the desk listens. */
export interface Alert {
  readonly message: MessageRef;
  /** Whose words they are: one bot counts once. */
  readonly bot: string;
  readonly text: string;
  readonly team: string;
  readonly at: Date;
  readonly url?: string | undefined;
}

const longestTitle = 140;

/** An alert as reports are compared with it. */
export function alertOf({ message, bot, text, team, at, url }: Alert, gists: GistReader): Report {
  const title = text.trim().split('\n')[0]?.slice(0, longestTitle) ?? '';
  const gist = gists.read({ title, text });
  const service = [...gist.terms.keys()].find((term) => term.startsWith('@'))?.slice(1);
  return {
    ...{ id: `bot:${message}`, person: bot, isBot: true, isTrouble: !isRecovery(text), at, team, title },
    ...(service ? { service } : {}),
    terms: termsOf(gist),
    matter: matterOf(title, gists),
    ...(url ? { url } : {}),
  };
}

/** Monitors also say when all is well again. */
function isRecovery(text: string): boolean {
  return /(?<![\p{L}])(?:resolved|recovered|recovery|back to normal|is up|ok|behoben|wieder erreichbar)(?![\p{L}])/iu.test(
    text,
  );
}
