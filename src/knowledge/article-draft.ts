/** What a draft of an article is made from. */
export interface SolvedMatter {
  readonly title: string;
  /** The requester's own words. */
  readonly description: string;
  /** What the solver wrote at the end. */
  readonly note: string | undefined;
  /** What agents told the requester, in order. */
  readonly replies: readonly string[];
  /** Full names and addresses of who took part: an article needs none of them. */
  readonly people: readonly string[];
}

export interface DraftWords {
  readonly problem: string;
  readonly solution: string;
}

/** The most that a form can hold. */
export const longestDraft = 3_000;
const longestProblem = 900;

/** A first text of an article, for somebody to put right: what was wrong, and what helped. */
export function articleDraft(
  matter: SolvedMatter,
  { problem, solution }: DraftWords,
): { readonly title: string; readonly body: string } {
  const clean = (text: string) => withoutPeople(text, matter.people).trim();
  const told = [...new Set([matter.note ?? '', ...matter.replies].map(clean).filter((text) => text !== ''))];
  const body = [`## ${problem}`, clean(matter.description).slice(0, longestProblem), `## ${solution}`, ...told].join(
    '\n\n',
  );
  return { title: clean(matter.title.replace(/\s+/g, ' ')) || problem, body: body.slice(0, longestDraft) };
}

/** Greetings and good-byes go, and so do names wherever they stand. */
export function withoutPeople(text: string, people: readonly string[]): string {
  const names = [...new Set(people.flatMap((name) => [name, ...name.split(/\s+/)]))]
    .filter((name) => name.length >= shortestName)
    .sort((one, other) => other.length - one.length);
  const nameless = names.reduce((words, name) => words.replace(asWord(name), '…'), text);
  return nameless
    .replace(
      /^[ \t]*(?:hi|hello|hey|dear|hallo|guten (?:tag|morgen)|hola|bonjour|olá|ola)\b[^\n,!.]{0,40}[,!.]?[ \t]*/gim,
      '',
    )
    .replace(
      /(?<=^|[.!?][ \t]+)[ \t]*(?:(?:best|kind) regards|regards|cheers|thanks|thank you|viele grüße|liebe grüße|danke)[ \t,!.…]*$/gim,
      '',
    )
    .replace(/\n{3,}/g, '\n\n');
}

const shortestName = 3;

function asWord(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu');
}
