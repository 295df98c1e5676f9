import type { SearchEvent } from '../src/chat/event.ts';
import { listIds } from '../src/views/ticket-list.ts';
import type { Flow } from './flow.ts';
import { showList } from './list-tickets.ts';

/** A search from the compose box; before anything is typed one's own issues. */
export const searchTickets: Flow<SearchEvent> = (turn, desk) =>
  showList(turn, desk, turn.event.text === '' ? listIds.mine : `find ${turn.event.text}`, 0, false);
