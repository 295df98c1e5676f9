import type { Delivery } from '../../../playground/slack/delivery/delivery.ts';
import type { EphemeralMessage, SlackMessage } from '../../../playground/slack/model.ts';
import { wordsOf } from '../../../playground/slack/payloads/inputs.ts';
import { sightOf } from '../../scenarios/kit/slack-sights.ts';
import { aConnectedDesk } from '../slack/connected-desk.ts';
import { type Brought, type Name, nothing, type Seen, type Subject, type Where } from './subject.ts';

/** Slack's adapter against the emulated workspace. */
export async function onSlack(): Promise<Subject> {
  const { slack, adapter, events, tell, eventsUrl, stop } = await aConnectedDesk();
  const prefix = `slack:${slack.teamId}`;
  const channelOf = (where: Where, name: Name) => (where === 'direct' ? slack.dmOf(name) : slack.channel(where).id);
  const brought = (delivery: Delivery): Brought => ({
    statuses: delivery.attempts.map(({ status }) => status),
    again: async () => void (await slack.redeliver(delivery)),
  });
  const seen = (message: SlackMessage | EphemeralMessage): Seen => {
    const { id, text, pings, files, under } = sightOf(slack, message);
    const names = files.map(({ name }) => name);
    return { ref: `${prefix}/${id}`, text, pings, files: names, ...(under && { under: `${prefix}/${under}` }) };
  };
  return {
    ...{ adapter, events, tell, stop },
    person: (name) => `${prefix}/${slack.person(name).id}`,
    place: (where, name = 'dana') => `${prefix}/${channelOf(where, name)}`,
    nowhere: `${prefix}/C0NOWHERE`,
    says: async (name, where, words, files = []) => {
      const text = where === 'direct' ? words : `<@BOT> ${words}`;
      const { deliveries } = await slack.says(name, channelOf(where, name), text, { files });
      return brought(deliveries[0] ?? nothing());
    },
    clicks: async (name, ref, label) => {
      const [, , ts = ''] = ref.split('/');
      return brought(await slack.clicks(name, slack.message('help-it', ts) ?? nothing(), label));
    },
    form: (name) => {
      const title = slack.views(name).at(-1)?.title;
      return title && wordsOf(title);
    },
    submits: async (name, values) => {
      const { errors, trouble } = await slack.submits(name, slack.views(name).at(-1) ?? nothing(), values);
      return [...Object.values(errors), ...(trouble ? [trouble] : [])];
    },
    latest: () => brought(slack.deliveries.at(-1) ?? nothing()),
    sees: (name, where) => {
      const channel = channelOf(where, name);
      const alone = slack.ephemerals(name).filter((each) => each.channel === channel);
      return [...slack.allMessages(channel), ...alone].map(seen);
    },
    removes: async (ref) => {
      const [, channel = '', ts = ''] = ref.split('/');
      const headers = { authorization: `Bearer ${slack.botToken}` };
      await fetch(`${slack.apiUrl}chat.delete`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ channel, ts }),
      });
    },
    until: async (isSo) => void (await slack.until(() => isSo() || undefined)),
    roundTrip: async () => void (await fetch(new URL('/nothing', eventsUrl))),
  };
}
