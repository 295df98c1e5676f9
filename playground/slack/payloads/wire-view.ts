import type { JsonObject } from '../json.ts';
import type { SlackView } from '../model.ts';

/** A view as Slack writes it in answers and payloads: parts that it has not are null. */
export function wireView(view: SlackView): JsonObject {
  return { title: null, submit: null, close: null, ...view };
}
