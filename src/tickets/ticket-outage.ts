/** What of another ticket may be named to somebody who did not raise it. */
export type AlikeNaming =
  /** A declared outage: everybody may know it. */
  | { readonly kind: 'outage'; readonly title: string; readonly since: Date }
  /** Its words stand in a channel that everybody can read. */
  | { readonly kind: 'public'; readonly title: string; readonly since: Date }
  /** Only that there is something, for its words were said in private. */
  | { readonly kind: 'hidden'; readonly service?: string; readonly since: Date };

/** *Me too*, as it was offered to the requester of a ticket, and what they said. */
export interface AlikeOffer {
  /** The ticket that theirs looks like. */
  readonly to: string;
  readonly naming: AlikeNaming;
  readonly at: Date;
  /** `told`: it was not asked, an agent has declared the outage. `over`: the other one had ended before they answered. */
  readonly state: 'offered' | 'joined' | 'told' | 'other' | 'over';
}

/** The incident that a ticket is one report of: it ends with it. */
export interface PartOf {
  readonly ticket: string;
  readonly at: Date;
}

/** A report of the same matter, in the incident that it is part of. */
export interface Affected {
  readonly ticket: string;
  readonly person: string;
  /** They said that it is not fixed for them: their ticket goes on alone. */
  readonly isBack?: true;
}

/** An incident that stands for many reports. */
export interface DeclaredOutage {
  /** Of `src/outages`. */
  readonly id: string;
  readonly by: string;
  readonly at: Date;
}

/** The same matter has come back so often that it is worth a look of its own. */
export interface Recurrence {
  /** This one included. */
  readonly times: number;
  readonly days: number;
  /** The earlier ones, the newest first; at most ten. */
  readonly keys: readonly string[];
}

/** What a ticket is to others about the same matter. */
export interface AmongOthers {
  readonly alike?: AlikeOffer;
  readonly partOf?: PartOf;
  readonly affected?: readonly Affected[];
  readonly outage?: DeclaredOutage;
  readonly recurrence?: Recurrence;
}

/** How many people an incident concerns: who raised it, unless it was declared by an agent, and who joined. */
export function affectedPeople(ticket: AmongOthers & { readonly requester: string }): number {
  const people = new Set((ticket.affected ?? []).map(({ person }) => person));
  if (!ticket.outage) people.add(ticket.requester);
  return people.size;
}
