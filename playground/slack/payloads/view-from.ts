import { isObject, type JsonObject, objectsIn, textIn } from '../json.ts';
import type { Identity, SlackView, ViewValues } from '../model.ts';
import { withIds } from './block-ids.ts';
import { firstValues, inputsOf, withValue } from './inputs.ts';

interface Around {
  readonly id: string;
  readonly hash: string;
  readonly identity: Identity;
  /** The views that lie under it, the nearest last. */
  readonly below?: readonly SlackView[];
  /** What stood in its place before. */
  readonly previous?: SlackView;
}

/** Makes of the view that the app sent the one that Slack keeps and sends back. */
export function viewFrom(given: JsonObject, around: Around): SlackView {
  const { id, hash, identity, below = [], previous } = around;
  const blocks = withIds(objectsIn(given.blocks));
  const part = (name: 'title' | 'submit' | 'close') => {
    const value = given[name];
    return isObject(value) ? { [name]: value } : {};
  };
  return {
    id,
    hash,
    team_id: identity.teamId,
    type: given.type === 'home' ? 'home' : 'modal',
    blocks,
    ...part('title'),
    ...part('submit'),
    ...part('close'),
    private_metadata: textIn(given.private_metadata) ?? '',
    callback_id: textIn(given.callback_id) ?? '',
    external_id: textIn(given.external_id) ?? '',
    state: { values: keptValues(blocks, previous) },
    clear_on_close: given.clear_on_close === true,
    notify_on_close: given.notify_on_close === true,
    root_view_id: previous?.root_view_id ?? below[0]?.id ?? id,
    previous_view_id: previous ? previous.previous_view_id : (below.at(-1)?.id ?? null),
    app_id: identity.appId,
    app_installed_team_id: identity.teamId,
    bot_id: identity.botId,
  };
}

/** Inputs begin with their initial values; what was typed stays where block_id and action_id stay the same. */
function keptValues(blocks: readonly JsonObject[], previous: SlackView | undefined): ViewValues {
  return inputsOf(blocks).reduce((values, input) => {
    const typed = previous?.state.values[input.blockId]?.[input.actionId];
    return typed ? withValue(values, input, typed) : values;
  }, firstValues(blocks));
}
