import { AsyncLocalStorage } from 'node:async_hooks';
import pino from 'pino';

/** Structured lines. Never message text, names or tokens. */
export interface Log {
  debug(facts: Facts, line: string): void;
  info(facts: Facts, line: string): void;
  warn(facts: Facts, line: string): void;
  error(facts: Facts, line: string): void;
}
export type Facts = Readonly<Record<string, unknown>>;

/** @param level pino's names; `silent` writes nothing */
export function aLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const event = new AsyncLocalStorage<string>();

/** Runs work, and whatever it starts, under the event that caused it: calls to platforms name it. */
export function underEvent<T>(eventId: string, work: () => T): T {
  return event.run(eventId, work);
}

/** The event that caused what is running now. */
export function currentEvent(): string | undefined {
  return event.getStore();
}
