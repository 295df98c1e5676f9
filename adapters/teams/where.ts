import type { ChatEvent } from '../../src/chat/event.ts';
import type { Place } from '../../src/chat/refs.ts';
import { addressOf } from './place-id.ts';

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
      return threadOfReaction(event.message, event.place);
    case 'command':
      return directWith(event);
    case 'joined':
    case 'homeOpened':
    case 'search':
      return event.place;
  }
}

/** Whether only this person and the desk are there: every other conversation of Teams is written `19:…`. */
export const isDirectPlace = (place: Place): boolean => !addressOf(place).conversation.startsWith('19:');

/** The direct conversation with the person, written as the person where the event does not name it. */
export function directWith({ person, place }: ChatEvent): Place {
  return isDirectPlace(place) ? place : person;
}

function threadOfReaction(message: string, place: Place): Place {
  return addressOf(message).root === undefined ? place : message.slice(0, message.lastIndexOf('/'));
}
