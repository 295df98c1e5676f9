import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../src/log.ts';

/**
 * What Bolt has to say, as lines of ours. Its debug lines hold whole payloads and are never written; of the others only
 * the words of its own, never an error or object that could quote a message.
 * @param level at which its warnings and errors are written
 */
export function boltLogger(log: Log, level: 'debug' | 'warn'): Logger {
  const say = (...said: unknown[]): void => {
    const [line] = said;
    if (typeof line === 'string') log[level]({ from: 'bolt' }, line.slice(0, 200));
  };
  return {
    debug: () => {},
    info: () => {},
    warn: say,
    error: say,
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
