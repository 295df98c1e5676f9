import { Command, Option } from 'commander';
import type { AskOptions } from './knowledge-ask.ts';
import type { KnowledgeImportOptions } from './knowledge-import.ts';
import { terminal } from './sla.ts';

/** `deskhand knowledge …`: articles. Each command is loaded when it is asked for. */
export function knowledgeCommand(): Command {
  const knowledge = new Command('knowledge').description('Articles: bring them in, ask them.');
  knowledge
    .command('import')
    .description('Bring in articles. May be run again: what has changed becomes a new version, nothing comes in twice.')
    .argument('<path>', 'a .md, .html, .csv or .jsonl file, or a folder of them')
    .option('--dry-run', 'say what would happen and write nothing')
    .option('--skip-faulty', 'leave faulty articles out instead of writing nothing')
    .action(async (path: string, options: KnowledgeImportOptions) => {
      const { importArticles } = await import('./knowledge-import.ts');
      process.exitCode = await importArticles(path, options, terminal);
    });
  knowledge
    .command('ask')
    .description('Answer questions from published articles, with what they quote. Writes nothing.')
    .requiredOption('--file <questions.jsonl>', 'the questions: a JSON object with id and text on each line')
    .option('--articles <path>', 'ask these files, as import reads them, and not the store')
    .addOption(new Option('--audience <audience>', 'only what these may read').choices(['public', 'agents']))
    .addOption(new Option('--format <format>', 'how').choices(['table', 'json']).default('table'))
    .action(async (options: AskOptions) => {
      const { askKnowledge } = await import('./knowledge-ask.ts');
      process.exitCode = await askKnowledge(options, terminal);
    });
  return knowledge;
}
