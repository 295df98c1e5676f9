import { Buffer } from 'node:buffer';
import type { JsonObject } from '../json.ts';
import { refusalWith, SlackError } from '../slack-error.ts';
import type { Args } from './arguments.ts';

/** One page of a list, and where the next one begins (an empty cursor after the last). */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly cursor: string;
}

/**
 * Cuts the page that limit and cursor ask for. A cursor names the item that comes next, so that what is
 * added to the list meanwhile moves nothing.
 * @param keyOf what names an item for good
 * @throws SlackError invalid_cursor, or invalid_limit / invalid_arguments for a limit out of bounds
 */
export function pageOf<Item>(
  items: readonly Item[],
  args: Args,
  options: { limit: number; most: number; keyOf: (item: Item) => string },
): Page<Item> {
  const { keyOf, most } = options;
  const limit = args.number('limit', options.limit) || options.limit;
  if (limit < 1 || limit > most) throw refusalWith('invalid_arguments', [`limit must be between 1 and ${most}`]);
  const cursor = args.text('cursor');
  const from = cursor === '' ? 0 : items.findIndex((item) => cursorFor(keyOf(item)) === cursor);
  if (from < 0) throw new SlackError('invalid_cursor');
  const next = items[from + limit];
  return { items: items.slice(from, from + limit), cursor: next === undefined ? '' : cursorFor(keyOf(next)) };
}

/** The part of an answer that tells where the next page begins. */
export function nextCursor(page: Page<unknown>): JsonObject {
  return { response_metadata: { next_cursor: page.cursor } };
}

function cursorFor(key: string): string {
  return Buffer.from(`next:${key}`).toString('base64');
}
