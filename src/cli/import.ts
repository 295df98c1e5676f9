import { Command } from 'commander';
import type { ImportOptions } from './import-job.ts';
import { terminal } from './sla.ts';

/** `deskhand import …`: the history of another desk. */
export function importCommand(): Command {
  return new Command('import')
    .description('Bring in the tickets of another desk from a file. May be run again: nothing comes in twice.')
    .argument('<file>', 'a CSV file whose first line names the columns, or one with a JSON object on each line')
    .requiredOption('--map <map.yaml>', 'which column is what')
    .option('--desk <desk.yaml>', 'the desk as it is; DESK_FILE when left out')
    .option('--dry-run', 'say what would happen and write nothing')
    .option('--skip-faulty', 'leave faulty rows out instead of writing nothing')
    .option('--open', 'bring tickets that are open to life: cards are posted and alarms ring')
    .action(async (file: string, options: ImportOptions) => {
      const { importFile } = await import('./import-file.ts');
      process.exitCode = await importFile(file, options, terminal);
    });
}
