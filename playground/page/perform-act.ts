import type { EphemeralMessage, SlackMessage, SlackView } from '../slack/model.ts';
import type { SlackWorkspace } from '../slack/slack-workspace.ts';
import type { Act } from './acts.ts';
import { taken } from './taken.ts';
import type { ActAnswer } from './wire.ts';

type Doing<What extends Act['do']> = Extract<Act, { do: What }>;

/**
 * Does what somebody did on the page, in the emulated workspace.
 * @throws Error when Slack would not let them, in words for the person
 */
export async function performAct(act: Act, slack: SlackWorkspace): Promise<ActAnswer> {
  switch (act.do) {
    case 'say':
      return said(act, slack);
    case 'edit':
      return taken((await slack.edits(act.as, act.channel, act.ts, act.text)).deliveries);
    case 'delete':
      return taken((await slack.deletes(act.as, act.channel, act.ts)).deliveries);
    case 'react':
      return taken(await slack.reacts(act.as, act.channel, act.ts, act.emoji));
    case 'unreact':
      return taken(await slack.unreacts(act.as, act.channel, act.ts, act.emoji));
    case 'command':
      mustSee(slack, act);
      return taken([await slack.slash(act.as, act.channel, act.command, act.text)]);
    case 'raise':
      return taken([await slack.shortcut(act.as, 'raise_issue', { message: messageSeen(slack, act) })]);
    case 'new issue':
      return taken([await slack.shortcut(act.as, 'new_issue')]);
    case 'click':
      return taken([await slack.clicks(act.as, surfaceOf(slack, act), { actionId: act.action })]);
    case 'pick':
      return taken([await slack.picks(act.as, surfaceOf(slack, act), { actionId: act.action }, act.choice)]);
    case 'submit':
      return submitted(act, slack);
    case 'close':
      return taken(await slack.closes(act.as, modalOf(slack, act), { all: act.all ?? false }));
    case 'open home':
      return taken(await slack.opensHome(act.as));
    case 'join':
      return joined(act, slack);
  }
}

async function said(act: Doing<'say'>, slack: SlackWorkspace): Promise<ActAnswer> {
  const files = (act.files ?? []).map(({ name, base64 }) => ({ name, content: Buffer.from(base64, 'base64') }));
  if (act.text.trim() === '' && files.length === 0) throw new Error('There is nothing to send yet.');
  const options = { ...(act.thread ? { threadTs: act.thread } : {}), ...(files.length > 0 ? { files } : {}) };
  return taken((await slack.says(act.as, act.channel, act.text, options)).deliveries);
}

async function submitted(act: Doing<'submit'>, slack: SlackWorkspace): Promise<ActAnswer> {
  const { errors, trouble } = await slack.submits(act.as, modalOf(slack, act), act.values);
  return { ...(Object.keys(errors).length > 0 ? { errors } : {}), ...(trouble ? { trouble } : {}) };
}

async function joined(act: Doing<'join'>, slack: SlackWorkspace): Promise<ActAnswer> {
  const channel = slack.channel(act.channel);
  if (channel.type !== 'channel') throw new Error('One is invited to a private channel; one cannot join it.');
  return taken(await slack.joins(act.as, channel));
}

/** What the person cannot see, they cannot use. */
function mustSee(slack: SlackWorkspace, { as, channel }: { as: string; channel: string }): void {
  const { members, name } = slack.channel(channel);
  if (!members.has(slack.person(as).id)) throw new Error(`${slack.person(as).realName} is not in #${name}.`);
}

function messageSeen(slack: SlackWorkspace, at: { as: string; channel: string; ts: string }): SlackMessage {
  mustSee(slack, at);
  const message = slack.message(at.channel, at.ts);
  if (!message) throw new Error('That message is no longer there.');
  return message;
}

function surfaceOf(
  slack: SlackWorkspace,
  { as, on }: Doing<'click'> | Doing<'pick'>,
): SlackMessage | EphemeralMessage | SlackView {
  if ('view' in on) {
    const home = slack.home(as);
    return home?.id === on.view ? home : modalOf(slack, { as, view: on.view });
  }
  const whisper = slack.ephemerals(as).find(({ ts, channel }) => ts === on.ts && channel === on.channel);
  return whisper ?? messageSeen(slack, { as, ...on });
}

function modalOf(slack: SlackWorkspace, { as, view }: { as: string; view: string }): SlackView {
  const found = slack.views(as).find(({ id }) => id === view);
  if (!found) throw new Error('That form is no longer open.');
  return found;
}
