import type { Terminal } from '../../src/cli/sla.ts';

/** Keeps what a command says and complains of. */
export class RecordingTerminal implements Terminal {
  readonly said: string[] = [];
  readonly complaints: string[] = [];

  say(line: string): void {
    this.said.push(line);
  }

  complain(line: string): void {
    this.complaints.push(line);
  }
}
