import type { ActionEvent, ChatEvent, FormEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';

/** What happens, end to end, when a person does one thing. */
export type Flow<E extends ChatEvent = ChatEvent> = (turn: Turn<E>, desk: Desk) => Promise<void>;
export type ActionFlow = Flow<ActionEvent>;
export type FormFlow = Flow<FormEvent>;
