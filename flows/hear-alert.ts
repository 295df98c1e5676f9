import type { MessageEvent } from '../src/chat/event.ts';
import type { Flow } from './flow.ts';

/** A bot posted where the desk listens: it raises no ticket, and counts towards an outage where desk.yaml says so. */
export const hearAlert: Flow<MessageEvent> = async ({ event }, desk) => {
  const channel = event.setting === 'direct' ? undefined : await desk.places.channel(event.place);
  const isCounted = desk.config().outages?.countBots && channel?.open === 'message';
  if (!isCounted || event.change !== 'new' || event.isReply || event.text.trim() === '') return;
  const { message, person: bot, text, at, permalink: url } = event;
  await desk.outages.hearAlert({ message, bot, text, at, team: channel.team, url });
};
