import type { HoldReason, Level, Priority, ResolutionCode, Status, TicketKind } from '../tickets/ticket.ts';

/** A row of another desk in this desk's words; what was not known there is absent. */
export interface ImportedRow {
  readonly id: string;
  readonly kind: TicketKind;
  readonly title: string;
  readonly description: string;
  readonly requester: string;
  readonly raisedBy: string;
  readonly service?: string;
  readonly category?: string;
  readonly team: string;
  readonly impact: Level;
  readonly urgency: Level;
  readonly priority: Priority;
  readonly assignee?: string;
  readonly status: Status;
  readonly confidential: boolean;
  readonly tags: readonly string[];
  readonly customFields: Readonly<Record<string, string>>;
  readonly openedAt: Date;
  readonly assignedAt?: Date;
  readonly respondedAt?: Date;
  readonly hold?: { readonly at: Date; readonly reason: HoldReason; readonly resumedAt?: Date };
  /** Every time it was resolved, and reopened in between; the last one is the one that held. */
  readonly resolutions: readonly { readonly at: Date; readonly reopenedAt?: Date }[];
  readonly closedAt?: Date;
  readonly cancelledAt?: Date;
  readonly reopenCount: number;
  readonly reassignCount: number;
  readonly resolutionCode: ResolutionCode;
  readonly resolutionNote: string;
  readonly cancelReason?: string;
}
