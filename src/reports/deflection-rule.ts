/** So long after articles solved a ticket it is seen whether they did. */
export const provenAfterMs = 7 * 86_400_000;

/** A ticket that its requester said was solved by articles. */
export interface SolvedByArticles {
  readonly key: string;
  readonly requester: string;
  readonly service?: string;
  readonly solvedAt: Date;
  readonly reopenedAt: readonly Date[];
}

/** Something that a person asked, as a ticket or by `/desk ask`. */
export interface AskedLater {
  /** A ticket's key; absent for a question, and where nobody may know of the ticket. */
  readonly key?: string;
  readonly isQuestion: boolean;
  readonly person: string;
  readonly at: Date;
  readonly service?: string;
  /** Whether its words are like those of the solved ticket. */
  readonly isAlike: boolean;
}

export type Deflection =
  | { readonly state: 'verified' | 'waiting' }
  | { readonly state: 'refuted'; readonly why: string };

/**
 * Whether articles really spared a person's help: nothing was reopened, and the same person asked nothing on the same subject
 * within seven days. What speaks against it counts at once, what speaks for it when the time is over.
 */
export function deflectionOf(solved: SolvedByArticles, later: readonly AskedLater[], now: Date): Deflection {
  const until = new Date(solved.solvedAt.getTime() + provenAfterMs);
  const isWithin = (at: Date) => at > solved.solvedAt && at <= until && at <= now;
  if (solved.reopenedAt.some(isWithin)) return { state: 'refuted', why: 'It was reopened.' };
  const again = later.find(
    (asked) =>
      asked.person === solved.requester && asked.key !== solved.key && isWithin(asked.at) && isSame(solved, asked),
  );
  if (again) return { state: 'refuted', why: whyAgain(again) };
  return { state: now >= until ? 'verified' : 'waiting' };
}

function isSame({ service }: SolvedByArticles, asked: AskedLater): boolean {
  return asked.isAlike || (service !== undefined && asked.service === service);
}

function whyAgain({ key, isQuestion }: AskedLater): string {
  if (isQuestion) return 'The same person asked about it again, by /desk ask.';
  return key ? `The same person asked again: ${key}.` : 'The same person asked again, in a confidential ticket.';
}
