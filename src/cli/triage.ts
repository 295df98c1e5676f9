import { Command, Option } from 'commander';
import { terminal, wholeDays } from './sla.ts';
import type { TriageBacktestOptions } from './triage-backtest.ts';

/** `deskhand triage …`: how well the desk judges messages. */
export function triageCommand(): Command {
  const triage = new Command('triage').description('How well the desk tells what a message is about.');
  triage
    .command('backtest')
    .description(
      'Judge messages whose truth is known, before triage is switched on. Writes nothing; costs nothing without --model.',
    )
    .addOption(
      new Option('--days <number>', "the desk's own tickets of so many days").argParser(wholeDays).conflicts('file'),
    )
    .option('--file <labelled.jsonl>', 'labelled messages, one JSON object a line')
    .option('--train <half.jsonl>', 'labelled messages to learn from first')
    .addOption(new Option('--day-one', 'learn nothing: rules alone').conflicts('train'))
    .option('--model', 'ask the model of the environment, too: that is paid for')
    .option('--desk <desk.yaml>', 'the desk as it is; DESK_FILE when left out')
    .addOption(new Option('--format <format>', 'how').choices(['table', 'json']).default('table'))
    .action(async (options: TriageBacktestOptions) => {
      const { triageBacktest } = await import('./triage-backtest.ts');
      process.exitCode = await triageBacktest(options, terminal);
    });
  return triage;
}
