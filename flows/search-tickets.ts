import type { SearchEvent } from '../src/chat/event.ts';
import type { Flow } from './flow.ts';
import { showList } from './list-tickets.ts';

/** A search from the compose box. */
export const searchTickets: Flow<SearchEvent> = (turn, desk) =>
  showList(turn, desk, `find ${turn.event.text}`, 0, false);
