import { z } from 'zod';
import { isObject } from '../../slack/json.ts';
import { file, problemsOf } from '../acts.ts';
import type { WireObject } from '../wire.ts';

/** Teams takes messages of about 28 KB. Source: https://learn.microsoft.com/microsoftteams/limits-specifications-teams */
export const longestPost = 28_000;

const id = z.string().min(1).max(120);
const as = id.describe('Who does it: the id of a person, as the bot knows them.');
const text = z.string().max(longestPost, `is longer than the ${longestPost} characters that Teams takes`);
/** Milliseconds of Unix time. */
const post = z.string().regex(/^\d{1,15}$/, 'is no id of a message');
const target = { as, place: id, post };
const reaction = z.string().regex(/^[\p{L}\p{N}_-]{1,80}$/u, 'is no reaction');
const given = z.union([z.string().max(longestPost), z.boolean()]);
/** What stands in a card's inputs, by their ids. */
const values = z.record(z.string().max(255), given);
/** Where a button stands in the cards: a JSON pointer. */
const path = z.string().regex(/^(\/[A-Za-z0-9_-]{1,40}){1,40}$/, 'is no place in a card');
/** A card that a search has found; the tenant says what is wrong with another. */
const card = z.custom<WireObject>(isObject, 'is no card');

/** Everything that somebody can do in Teams on the page. */
const teamsAct = z.discriminatedUnion('do', [
  z.strictObject({
    ...{ do: z.literal('say'), as, place: id, text, thread: post.optional(), quotes: post.optional() },
    ...{ files: z.array(file).max(5).optional(), cards: z.array(card).max(1).optional() },
  }),
  z.strictObject({ do: z.literal('edit'), ...target, text: text.min(1) }),
  z.strictObject({ do: z.literal('delete'), ...target }),
  z.strictObject({ do: z.literal('undelete'), ...target }),
  z.strictObject({ do: z.literal('react'), ...target, reaction }),
  z.strictObject({ do: z.literal('unreact'), ...target, reaction }),
  z.strictObject({ do: z.literal('click'), ...target, path, values: values.optional() }),
  z.strictObject({ do: z.literal('submit'), as, values }),
  z.strictObject({ do: z.literal('close'), as }),
  z.strictObject({ do: z.literal('search'), as, place: id, text: z.string().max(300) }),
  z.strictObject({ do: z.literal('raise'), ...target }),
  z.strictObject({ do: z.literal('new issue'), as, place: id }),
]);
export type TeamsAct = z.infer<typeof teamsAct>;

/** @returns the act, or what is wrong with it in words */
export function readTeamsAct(body: unknown): { readonly act: TeamsAct } | { readonly problem: string } {
  const read = teamsAct.safeParse(body);
  return read.success ? { act: read.data } : { problem: problemsOf(read.error) };
}
