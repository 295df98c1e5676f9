import { isObject, type JsonObject, listIn, objectsIn, textIn } from '../json.ts';
import { blocks } from './blocks.ts';
import { mostBlocksInMessage } from './limits.ts';
import { byType, list, type Report } from './shape.ts';

/** Where blocks stand; not every block is allowed everywhere. */
export type Surface = 'message' | 'modal' | 'home';

/**
 * Holds a message's blocks against Block Kit.
 * @returns every fault with its JSON pointer, in the words in which Slack refuses; none when all is well
 */
export function checkMessageBlocks(given: readonly JsonObject[]): readonly string[] {
  return faultsOf((report) => checkBlocksOn('message', given, { at: '/blocks', most: mostBlocksInMessage }, report));
}

/** Looks at every block, and at what they must not share. */
export function checkBlocksOn(
  surface: Surface,
  given: unknown,
  place: { readonly at: string; readonly most: number; readonly least?: number },
  report: Report,
): void {
  const bounds = { min_items: place.least ?? 0, max_items: place.most };
  const allowed = Object.fromEntries(Object.entries(blocks).filter(([type]) => isAllowed(type, surface)));
  list(byType(allowed), bounds)(given, place.at, report);
  twins(listIn(given), 'block_id', place.at, report);
  for (const [index, block] of listIn(given).entries()) {
    if (isObject(block)) twins(objectsIn(block.elements), 'action_id', `${place.at}/${index}/elements`, report);
  }
}

/** Runs checks and collects what they report. */
export function faultsOf(run: (report: Report) => void): readonly string[] {
  const faults: string[] = [];
  run((fault, at) => faults.push(`${fault} [json-pointer:${at}]`));
  return faults;
}

// docs.slack.dev/reference/block-kit/blocks says of each block where it may stand.
const surfaces: Readonly<Record<string, readonly Surface[]>> = {
  markdown: ['message'],
  context_actions: ['message'],
};

function isAllowed(type: string, surface: Surface): boolean {
  return surfaces[type]?.includes(surface) ?? true;
}

function twins(items: readonly unknown[], idName: 'block_id' | 'action_id', at: string, report: Report): void {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const id = isObject(item) ? textIn(item[idName]) : undefined;
    if (id === undefined || id === '') continue;
    if (seen.has(id)) report(`\`${idName}\` "${id}" already exists`, `${at}/${index}/${idName}`);
    seen.add(id);
  }
}
