import { Command, InvalidArgumentError, Option } from 'commander';
import type { SimilarOptions } from './similar-run.ts';
import { terminal } from './sla.ts';

/** `deskhand similar …`: reports like others. What it needs is loaded when it is asked for. */
export function similarCommand(): Command {
  return new Command('similar')
    .description('Find the reports of a file that are like others. Reads no store and writes nothing.')
    .requiredOption('--file <reports.jsonl>', 'the reports: a JSON object with id, title and text on each line')
    .requiredOption('--query <queries.jsonl>', 'those to compare, written in the same way')
    .option('--limit <number>', 'no more for each than so many', wholeNumber, 10)
    .addOption(new Option('--format <format>', 'how').choices(['table', 'json']).default('table'))
    .action(async (options: SimilarOptions) => {
      const { findSimilar } = await import('./similar-run.ts');
      process.exitCode = await findSimilar(options, terminal);
    });
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number, such as 10.');
}
