import type { MessageRef, Place } from '../chat/refs.ts';

/** Several people report the same: an agent says whether it is an outage. */
export interface Outage {
  readonly id: string;
  readonly state: 'possible' | 'declared' | 'dismissed';
  readonly team: string;
  readonly service?: string;
  /** What the reports have in common, as people write it. */
  readonly common: readonly string[];
  readonly reports: readonly OutageReport[];
  readonly raisedAt: Date;
  /** Who declared or dismissed it. */
  readonly by?: string;
  /** The incident that stands for the reports. */
  readonly parent?: string;
  /** The incident's version that the cards show, or are to show. */
  readonly parentVersion?: number;
  /** All its reports are part of the incident. */
  readonly isLinked?: true;
  readonly cards: readonly OutageCard[];
  /** Goes up with every change that a card shows. */
  readonly version: number;
}

export interface OutageReport {
  readonly id: string;
  readonly person: string;
  readonly isBot: boolean;
  readonly at: Date;
  readonly title: string;
  readonly url?: string;
}

/** A card that lies, or is to lie, somewhere. */
export interface OutageCard {
  readonly id: string;
  /** `triage` asks the agents; `status` tells everybody in the channel where people reported. */
  readonly kind: 'triage' | 'status';
  readonly place: Place;
  readonly message?: MessageRef;
  /** The outage's version at the last drawing; 0 before the first. */
  readonly drawn: number;
}

/** How many people, bots counted as one each. */
export function peopleIn(reports: readonly { readonly person: string }[]): number {
  return new Set(reports.map(({ person }) => person)).size;
}
