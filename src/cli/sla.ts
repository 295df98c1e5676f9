import { Command, InvalidArgumentError } from 'commander';

/** `deskhand sla …`: questions about service levels. Each command is loaded when it is asked for. */
export function slaCommand(): Command {
  const sla = new Command('sla').description('Service levels: check the calendar, try another policy.');
  sla
    .command('check')
    .description('Hold the calendar against cases of your own, one JSON object a line.')
    .requiredOption('--file <cases.jsonl>', 'the cases')
    .action(async ({ file }: { readonly file: string }) => {
      const { slaCheck } = await import('./sla-check.ts');
      process.exitCode = await slaCheck(file, terminal);
    });
  sla
    .command('replay')
    .description('Tell how the tickets of the last days would have done under another policy. Writes nothing.')
    .requiredOption('--policy <new.yaml>', 'a desk.yaml, or those of its sections that change')
    .option('--days <number>', 'how many days back tickets were opened', wholeDays, 30)
    .option('--desk <desk.yaml>', 'the desk as it is; DESK_FILE when left out')
    .action(async (options: { readonly policy: string; readonly days: number; readonly desk?: string }) => {
      const { slaReplay } = await import('./sla-replay.ts');
      process.exitCode = await slaReplay(options, terminal);
    });
  return sla;
}

/** Where a command's answer goes, line by line, and what is wrong with its input. */
export interface Terminal {
  say(line: string): void;
  complain(line: string): void;
}

export const terminal: Terminal = {
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
};

/** An option of a command. */
export function wholeDays(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number of days, such as 30.');
}
