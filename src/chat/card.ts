import type { ActionId } from './actions.ts';
import type { Text } from './text.ts';

/** What the desk shows. One pure renderer per platform draws it. It holds no inputs: those go through a {@link Form}. */
export interface Card {
  /** Bold first line. Left out for mirrored words, which start with their author. */
  readonly title?: Text;
  readonly blocks: readonly Block[];
  readonly buttons?: readonly Button[];
  /** Rarer buttons: behind a menu where the platform has one. At most 10. */
  readonly more?: readonly Button[];
  /** Notification and list text; made from title and first block when left out. */
  readonly summary?: string;
  /** Meant for one person, and harmless before others where it cannot be said to that person alone. */
  readonly isOverhearable?: true;
  /** By this a message is found again on its platform. */
  readonly mark?: Mark;
}

/** What a message is to the desk; travels with it (Slack: message metadata). */
export interface Mark {
  /** What is unique about this message: posting with an id that was already posted is a repetition. */
  readonly id: string;
  readonly ticket?: string;
  /** Which of a ticket's cards this is; left out for other messages. */
  readonly card?: 'requester' | 'agent';
}

export type Block = TextBlock | FactsBlock | RowBlock | ImageBlock | ProgressBlock | DividerBlock;

export interface TextBlock {
  readonly kind: 'text';
  readonly text: Text;
  /** `quote`: somebody's own words; `quiet`: small and grey; `heading`: above a list. */
  readonly style?: 'normal' | 'heading' | 'quiet' | 'quote';
}

export interface FactsBlock {
  readonly kind: 'facts';
  readonly facts: readonly { readonly label: string; readonly value: Text }[];
}

/** One line of a list, with what can be done about it. */
export interface RowBlock {
  readonly kind: 'row';
  readonly text: Text;
  readonly button?: Button;
  /** What else can be done about it: beside the first, where there is one. */
  readonly also?: Button;
}

export interface ImageBlock {
  readonly kind: 'image';
  readonly url: string;
  readonly alt: string;
}

export interface ProgressBlock {
  readonly kind: 'progress';
  readonly label: string;
  /** 0 to 100. */
  readonly percent: number;
}

export interface DividerBlock {
  readonly kind: 'divider';
}

export interface Button {
  readonly label: string;
  readonly action: ActionId;
  /** What the action is about, at most 140 characters: a ticket's key, mostly. */
  readonly value: string;
  readonly style?: 'primary' | 'danger';
  /** The flow answers with a form; a Teams renderer must know that when it draws. */
  readonly opensForm?: boolean;
  /** Asked before the action goes out. */
  readonly confirm?: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
}
