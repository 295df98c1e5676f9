import { Command, InvalidArgumentError, Option } from 'commander';
import type { ReportOptions } from './report-run.ts';
import { terminal } from './sla.ts';

/** `deskhand report …`: the desk's figures. What a report needs is loaded when it is asked for. */
export function reportCommand(): Command {
  return new Command('report')
    .description('Tell the figures of the desk; without a name, list what can be asked.')
    .argument('[name]', 'the report')
    .option('--since <day>', 'its first day, YYYY-MM-DD of the desk; 30 days when left out')
    .option('--until <day>', 'its last day; today when left out')
    .addOption(new Option('--format <format>', 'how').choices(['table', 'csv', 'json', 'png']).default('table'))
    .option('--out <file>', 'write it there; a picture goes to <name>.png when left out')
    .option('--tickets', 'list the tickets behind each figure')
    .option('--agent <e-mail>', 'one agent alone, for the report on agents', email)
    .action(async (name: string | undefined, options: ReportOptions) => {
      const { runReport } = await import('./report-run.ts');
      process.exitCode = await runReport(name, options, terminal);
    });
}

function email(text: string): string {
  if (text.includes('@') || text.includes(':')) return text.toLowerCase();
  throw new InvalidArgumentError('Write an e-mail, such as ben@example.com.');
}
