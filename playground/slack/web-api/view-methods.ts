import { checkView } from '../block-kit/check-view.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { Parts } from '../parts.ts';
import { wireView } from '../payloads/wire-view.ts';
import { refusalWith, SlackError } from '../slack-error.ts';
import type { Trigger } from '../triggers.ts';
import type { Args } from './arguments.ts';
import type { Method, Methods } from './method.ts';

const largestViewBytes = 250_000;

const open: Method = (args, slack) => {
  const given = viewIn(args, 'modal');
  const trigger = triggerIn(args, slack);
  const view = slack.views.open(trigger.person, given);
  slack.triggers.use(args.text('trigger_id'));
  return { view: wireView(view) };
};

const push: Method = (args, slack) => {
  const given = viewIn(args, 'modal');
  const trigger = triggerIn(args, slack);
  const view = slack.views.push(trigger.person, given);
  slack.triggers.use(args.text('trigger_id'));
  return { view: wireView(view) };
};

const update: Method = (args, slack) => {
  if (!args.has('view_id') && !args.has('external_id')) {
    throw refusalWith('invalid_arguments', ['missing required field: view_id']);
  }
  const by = args.has('view_id') ? { id: args.text('view_id') } : { externalId: args.text('external_id') };
  const found = slack.views.find(by);
  if (!found) throw new SlackError('not_found');
  const given = viewIn(args, found.view.type);
  const hash = args.has('hash') ? args.text('hash') : undefined;
  return { view: wireView(slack.views.update(found.person, found.view, given, hash)) };
};

const publish: Method = (args, slack) => {
  const person = slack.people.byId(args.text('user_id'));
  if (!person || person.isBot) throw refusalWith('invalid_arguments', ['invalid `user_id`']);
  const hash = args.has('hash') ? args.text('hash') : undefined;
  return { view: wireView(slack.views.publish(person.id, viewIn(args, 'home'), hash)) };
};

/**
 * The view of a call, held against Block Kit.
 * @throws SlackError invalid_arguments with each fault and where it is; view_too_large
 */
export function checkedView(given: unknown, type: 'modal' | 'home'): JsonObject {
  if (!isObject(given)) throw refusalWith('invalid_arguments', ['must be a valid view [json-pointer:/view]']);
  if (Buffer.byteLength(JSON.stringify(given)) > largestViewBytes) throw new SlackError('view_too_large');
  const faults = checkView(given, type);
  if (faults.length > 0) throw refusalWith('invalid_arguments', faults);
  return given;
}

function viewIn(args: Args, type: 'modal' | 'home'): JsonObject {
  return checkedView(args.json('view'), type);
}

function triggerIn(args: Args, slack: Parts): Trigger {
  const id = args.text('trigger_id') || args.text('interactivity_pointer');
  if (id === '') throw refusalWith('invalid_arguments', ['missing required field: trigger_id']);
  return slack.triggers.check(id);
}

/** views.*: modals and the App Home. */
export const viewMethods: Methods = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};
