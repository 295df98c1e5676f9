import { existsSync, readFileSync } from 'node:fs';
import { checkMessageBlocks } from '../../../playground/slack/block-kit/check-blocks.ts';
import { checkView } from '../../../playground/slack/block-kit/check-view.ts';

type Json = Record<string, unknown>;

const limitsFile = new URL('../../../../shared/platform/block-kit-limits.json', import.meta.url);

/** Slack's published limits, where they lie beside the repository. */
export const limits: Record<string, Record<string, Bounds>> | undefined = existsSync(limitsFile)
  ? JSON.parse(readFileSync(limitsFile, 'utf8'))
  : undefined;
interface Bounds {
  readonly max_length?: number;
  readonly max_items?: number;
  readonly min_length?: number;
  readonly min_items?: number;
}

/** What Slack would refuse in a message's blocks. */
export function faultsInMessage(blocks: readonly unknown[]): readonly string[] {
  const found = checkMessageBlocks(wire(blocks));
  return [...found, ...tooLong(wire(blocks)), ...(blocks.length > 50 ? ['more than 50 blocks'] : [])];
}

/** What Slack would refuse in a view. */
export function faultsInView(view: unknown, type: 'modal' | 'home'): readonly string[] {
  return [...checkView(wire(view), type), ...tooLong(wire(view)), ...identical(wire(view))];
}

/** As it goes over the wire: a key that is undefined is gone. */
function wire<T>(value: unknown): T {
  return JSON.parse(JSON.stringify(value));
}

/** The published limits once more, by themselves: texts of an element by its type and key, lists by their length. */
function tooLong(value: unknown, type = 'none'): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => tooLong(each, type));
  if (typeof value !== 'object' || value === null) return [];
  const object = value as Json;
  const own = typeof object.type === 'string' ? object.type : type;
  const asLimits = limits?.[asWritten[own] ?? own] ?? {};
  return Object.entries(object).flatMap(([key, inside]) => [
    ...outOf(asLimits[key] ?? {}, inside, `${own}.${key}`),
    ...tooLong(
      inside,
      key === 'confirm' && typeof inside === 'object' ? 'confirmation' : key === 'options' ? 'option' : own,
    ),
  ]);
}

const asWritten: Record<string, string> = {
  static_select: 'select',
  users_select: 'select',
  modal: 'view',
  home: 'view',
};

function outOf(bounds: Bounds, value: unknown, what: string): string[] {
  const text = typeof value === 'object' && value !== null ? (value as Json).text : value;
  const size = Array.isArray(value) ? value.length : typeof text === 'string' ? text.length : undefined;
  const most = Array.isArray(value) ? bounds.max_items : bounds.max_length;
  if (size === undefined) return [];
  if (most !== undefined && size > most) return [`${what} is longer than ${most}`];
  if (typeof text === 'string' && text === '' && what !== 'modal.private_metadata') return [`${what} is empty`];
  return typeof text === 'string' && !text.isWellFormed() ? [`${what} is not well-formed`] : [];
}

function identical(view: Json): string[] {
  const ids = ((view.blocks ?? []) as Json[]).map((block) => block.block_id).filter((id) => id !== undefined);
  return new Set(ids).size === ids.length ? [] : ['two blocks have the same block_id'];
}
