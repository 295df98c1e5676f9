import { Command } from 'commander';
import { terminal, wholeDays } from './sla.ts';

/** `deskhand estimates …`: what requesters are told of how long it takes. */
export function estimatesCommand(): Command {
  const estimates = new Command('estimates').description('How long tickets usually take, as requesters are told.');
  estimates
    .command('backtest')
    .description('Tell how often the estimates of the last days would have held. Writes nothing.')
    .option('--days <number>', 'how many days back tickets were resolved', wholeDays, 180)
    .option('--desk <desk.yaml>', 'the desk as it is; DESK_FILE when left out')
    .action(async (options: { readonly days: number; readonly desk?: string }) => {
      const { estimatesBacktest } = await import('./estimates-backtest.ts');
      process.exitCode = await estimatesBacktest(options, terminal);
    });
  return estimates;
}
