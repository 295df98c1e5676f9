import { randomBytes } from 'node:crypto';
import { isObject, type JsonObject, objectsIn, textIn } from '../json.ts';

/** Gives every block and every interactive element that has no id one, as Slack does when it takes blocks in. */
export function withIds(blocks: readonly JsonObject[]): readonly JsonObject[] {
  return blocks.map((block) => {
    const blockId = textIn(block.block_id) || freshId();
    return {
      ...block,
      block_id: blockId,
      ...(block.type === 'actions' || block.type === 'context_actions'
        ? { elements: objectsIn(block.elements).map(named) }
        : {}),
      ...(isObject(block.accessory) ? { accessory: named(block.accessory) } : {}),
      ...(block.type === 'input' && isObject(block.element) ? { element: named(block.element) } : {}),
    };
  });
}

function named(element: JsonObject): JsonObject {
  return element.type === 'image' || textIn(element.action_id) ? element : { ...element, action_id: freshId() };
}

function freshId(): string {
  return randomBytes(4).toString('base64url').slice(0, 5);
}
