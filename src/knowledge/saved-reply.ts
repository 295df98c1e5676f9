import type { Language } from './languages.ts';

/** Words that agents often write. */
export interface SavedReply {
  readonly id: string;
  /** What it is found by. */
  readonly title: string;
  /** With placeholders, as `{{requester}}`. */
  readonly text: string;
  /** For tickets of this service only. */
  readonly service?: string;
  readonly language?: Language;
}

/** What stands for something of the ticket in a saved reply; desk.yaml knows the same. */
export const placeholders = ['requester', 'key', 'service', 'agent', 'due'] as const;
export type Placeholder = (typeof placeholders)[number];
export type ReplyFields = Readonly<Partial<Record<Placeholder, string>>>;

/** Stands where the ticket has nothing to fill in, so that the agent sees it. */
const nothing = '…';

/** A saved reply with the ticket's fields filled in. What is filled in is never looked at for placeholders. */
export function filledReply(text: string, fields: ReplyFields): string {
  return text.replace(/\{\{\s*([a-z]+)\s*\}\}/gi, (whole, name: string) => {
    const known = placeholders.find((placeholder) => placeholder === name.toLowerCase());
    return known ? (fields[known] ?? nothing) : whole;
  });
}

/** The other way round: the requester's name and the ticket's key are left open, so that the words fit other tickets. */
export function generalReply(text: string, { requester, key }: ReplyFields): string {
  const open = (words: string, name: string | undefined, placeholder: Placeholder) =>
    name
      ? words.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'gu'), `{{${placeholder}}}`)
      : words;
  return open(open(text, key, 'key'), requester, 'requester');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
