import type { ChatEvent } from '../../src/chat/event.ts';
import type { Place } from '../../src/chat/refs.ts';
import { addressOf, isDirect, placeRef } from './places.ts';

/** Where an answer for everyone belongs: the thread in which it happened; a command's talk is held directly. */
export function repliesIn(event: ChatEvent): Place {
  switch (event.kind) {
    case 'message':
      return event.thread;
    case 'action':
      return event.thread ?? event.target?.thread ?? event.place;
    case 'form':
      return event.thread ?? event.place;
    case 'reaction':
      return event.message;
    case 'command':
      return directWith(event);
    case 'joined':
    case 'homeOpened':
    case 'search':
      return event.place;
  }
}

/**
 * Where a word for this person alone belongs: in a thread only when that has surely begun, because Slack shows nothing
 * in one that has not. Source: https://docs.slack.dev/reference/methods/chat.postEphemeral
 */
export function whispersIn(event: ChatEvent): Place {
  switch (event.kind) {
    case 'message':
      return event.isReply || isDirectPlace(event.place) ? event.thread : event.place;
    case 'action':
      return event.thread && (isDirectPlace(event.place) || event.thread !== event.card) ? event.thread : event.place;
    case 'form':
      return event.thread && isDirectPlace(event.place) ? event.thread : event.place;
    case 'reaction':
    case 'command':
    case 'joined':
    case 'homeOpened':
    case 'search':
      return event.place;
  }
}

/** Whether only this person and the desk are there. */
export const isDirectPlace = (place: Place): boolean => isDirect(addressOf(place).channel);

/** The direct conversation with the person, written as the person. */
export function directWith({ person }: ChatEvent): Place {
  const { team, channel } = addressOf(person);
  return placeRef(team, channel);
}
