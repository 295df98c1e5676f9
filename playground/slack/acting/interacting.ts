import type { Delivery } from '../delivery/delivery.ts';
import { isObject, type JsonObject, objectsIn, parsed } from '../json.ts';
import type { Channel, EphemeralMessage, Person, SlackMessage, SlackView } from '../model.ts';
import type { Parts } from '../parts.ts';
import { type Element, firstValues, withValue } from '../payloads/inputs.ts';
import { channelName, inMessage, interactionBase, inView } from '../payloads/interactions.ts';
import { wireMessage } from '../payloads/wire-message.ts';
import { wireView } from '../payloads/wire-view.ts';
import { respond } from '../web-api/take-response.ts';
import { commandText } from './typed-text.ts';

/** Where a person can click: a message, one that only they see, a modal, or their App Home. */
export type Surface = SlackMessage | EphemeralMessage | SlackView;

/** A person uses an element of a message or view; the fields say what they did with it. */
export function actsOn(
  slack: Parts,
  by: Person,
  surface: Surface,
  what: { element: Element; fields: JsonObject },
): Delivery {
  const { element, fields } = what;
  const { type, actionId, blockId } = element;
  const action = { type, action_id: actionId, block_id: blockId, ...fields, action_ts: slack.ids.ts() };
  if (isView(surface)) {
    const trigger = slack.triggers.issue({ person: by.id, viewId: surface.id });
    return send(slack, by, 'block_actions', { ...inView(surface), trigger_id: trigger, actions: [action] });
  }
  return send(slack, by, 'block_actions', {
    ...shownIn(slack, surface, what),
    trigger_id: slack.triggers.issue({ person: by.id }),
    response_url: responseUrl(slack, { person: by.id, channel: surface.channel, source: surface }),
    actions: [action],
  });
}

/** A person uses a shortcut: a global one, or on a message. */
export function usesShortcut(slack: Parts, by: Person, callbackId: string, message?: SlackMessage): Delivery {
  const about = {
    callback_id: callbackId,
    trigger_id: slack.triggers.issue({ person: by.id }),
    action_ts: slack.ids.ts(),
  };
  if (!message) return send(slack, by, 'shortcut', about);
  const channel = slack.channels.called(message.channel);
  return send(slack, by, 'message_action', {
    ...about,
    message_ts: message.ts,
    channel: { id: channel.id, name: channelName(channel) },
    message: wireMessage(message),
    response_url: responseUrl(slack, { person: by.id, channel: channel.id }),
  });
}

/** A person types a slash command. What the app writes into its answer appears at once, as in Slack. */
export async function commands(
  slack: Parts,
  by: Person,
  channel: Channel,
  typed: { command: string; text: string },
): Promise<Delivery> {
  const { teamId, teamDomain, appId } = slack.identity;
  const delivery = slack.deliveries.start('command', typed.command, {
    token: 'verification-tokens-are-deprecated',
    team_id: teamId,
    team_domain: teamDomain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: by.id,
    user_name: by.name,
    command: typed.command,
    text: commandText(typed.text, slack.people),
    api_app_id: appId,
    is_enterprise_install: 'false',
    response_url: responseUrl(slack, { person: by.id, channel: channel.id }),
    trigger_id: slack.triggers.issue({ person: by.id }),
  });
  await delivery.tried();
  const answer = delivery.isTaken ? delivery.body.trim() : '';
  if (answer !== '') {
    const said = parsed(answer);
    respond(isObject(said) ? said : { text: answer }, { person: by.id, channel: channel.id }, slack);
  }
  return delivery;
}

/** A person submits a modal or closes it. */
export function tellsOfView(
  slack: Parts,
  by: Person,
  type: 'view_submission' | 'view_closed',
  view: SlackView,
  isCleared = false,
): Delivery {
  const more =
    type === 'view_submission'
      ? { trigger_id: slack.triggers.issue({ person: by.id, viewId: view.id }), response_urls: [] }
      : { is_cleared: isCleared };
  return send(slack, by, type, { view: wireView(view), ...more });
}

/** Asks the app what to offer in an external menu. */
export async function asksForOptions(
  slack: Parts,
  by: Person,
  surface: Surface,
  what: { element: Element; typed: string },
): Promise<readonly JsonObject[]> {
  const { element, typed } = what;
  const about = { action_id: element.actionId, block_id: element.blockId, value: typed };
  const where = isView(surface) ? inView(surface) : shownIn(slack, surface);
  const delivery = await send(slack, by, 'block_suggestion', { ...about, ...where }).tried();
  const answer = parsed(delivery.body);
  if (!isObject(answer)) return [];
  return [...objectsIn(answer.options), ...objectsIn(answer.option_groups).flatMap((one) => objectsIn(one.options))];
}

/** Says whether it is a modal or an App Home. */
export function isView(surface: Surface): surface is SlackView {
  return 'private_metadata' in surface;
}

/** The message as it is now (what the person saw, when it is gone meanwhile), with what stands in its menus. */
function shownIn(
  slack: Parts,
  seen: SlackMessage | EphemeralMessage,
  picked?: { element: Element; fields: JsonObject },
): JsonObject {
  const now = slack.messages.get(seen.channel, seen.ts) ?? seen;
  const values = firstValues(seen.blocks ?? []);
  const isValue = picked && values[picked.element.blockId]?.[picked.element.actionId];
  return inMessage(
    slack.channels.called(seen.channel),
    now,
    isValue ? withValue(values, picked.element, { type: picked.element.type, ...picked.fields }) : values,
  );
}

function responseUrl(slack: Parts, context: Parameters<Parts['responseUrls']['issue']>[0]): string {
  return `${slack.baseUrl()}/response/${slack.responseUrls.issue(context)}`;
}

function send(slack: Parts, by: Person, type: string, rest: JsonObject): Delivery {
  return slack.deliveries.start('interaction', type, { ...interactionBase(slack, type, by), ...rest });
}
