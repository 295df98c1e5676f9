export const targets = ['respond', 'update', 'resolve'] as const;
/**
 * `respond`: until an agent's first public message. `update`: at most so long between two of them. `resolve`: until the
 * ticket is resolved.
 */
export type Target = (typeof targets)[number];

/** What a policy looks at. */
export interface TicketFacts {
  readonly kind: string;
  readonly priority: string;
  readonly service?: string;
  readonly team: string;
  readonly requester: string;
  /** Groups that the requester belongs to. */
  readonly groups: readonly string[];
}

/**
 * A policy: targets in milliseconds of its calendar's working time. Service levels of desk.yaml fit.
 * With a counterpart it is no promise to the requester: see {@link Counterpart}.
 */
export interface ServiceLevel {
  readonly id: string;
  /** All that is named must fit; nothing named fits every ticket. */
  readonly when: {
    readonly kind?: string;
    readonly priority?: string;
    readonly service?: string;
    readonly team?: string;
    /** One of the requester's groups. */
    readonly group?: string;
  };
  readonly calendar: string;
  readonly respondMs?: number;
  readonly updateMs?: number;
  readonly resolveMs?: number;
  readonly with?: Counterpart;
}

/**
 * Whose time alone a policy counts. A team: an operational agreement, of that team towards another or towards all.
 * A vendor: an underpinning one, that counts while the ticket is on hold for it.
 */
export type Counterpart = { readonly team: string; readonly towards?: string } | { readonly vendor: string };

/** The first policy that fits; of those with a counterpart only when it is asked for. */
export function levelFor(
  levels: readonly ServiceLevel[],
  facts: TicketFacts,
  counterpart?: Counterpart,
): ServiceLevel | undefined {
  return levels.find((level) => isSame(level.with, counterpart) && fits(level.when, facts));
}

/** The teams and vendors that policies bind, each once. */
export function counterpartsIn(levels: readonly ServiceLevel[]): readonly Counterpart[] {
  const all = levels.flatMap((level) => (level.with ? [level.with] : []));
  return all.filter((one, at) => all.findIndex((other) => isSame(one, other)) === at);
}

/** The target of a policy in milliseconds of working time; undefined when it sets none of this kind. */
export function targetOf(level: ServiceLevel | undefined, target: Target): number | undefined {
  switch (target) {
    case 'respond':
      return level?.respondMs;
    case 'update':
      return level?.updateMs;
    case 'resolve':
      return level?.resolveMs;
  }
}

function fits({ kind, priority, service, team, group }: ServiceLevel['when'], facts: TicketFacts): boolean {
  const pairs = [
    [kind, facts.kind],
    [priority, facts.priority],
    [service, facts.service],
    [team, facts.team],
  ];
  const isInGroup = group === undefined || facts.groups.includes(group);
  return isInGroup && pairs.every(([wanted, has]) => wanted === undefined || wanted === has);
}

function isSame(one: Counterpart | undefined, other: Counterpart | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  if ('vendor' in one) return 'vendor' in other && one.vendor === other.vendor;
  return 'team' in other && one.team === other.team && one.towards === other.towards;
}
