#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { estimatesCommand } from './cli/estimates.ts';
import { importCommand } from './cli/import.ts';
import { knowledgeCommand } from './cli/knowledge.ts';
import { reportCommand } from './cli/report.ts';
import { similarCommand } from './cli/similar.ts';
import { slaCommand } from './cli/sla.ts';
import { triageCommand } from './cli/triage.ts';

/** `npx deskhand …`: what an operator can ask without a chat. Wrong usage ends with exit code 2. */
const program = new Command('deskhand')
  .description('The service desk at the command line.')
  .exitOverride()
  .addCommand(importCommand().exitOverride())
  .addCommand(slaCommand().exitOverride())
  .addCommand(triageCommand().exitOverride())
  .addCommand(estimatesCommand().exitOverride())
  .addCommand(reportCommand().exitOverride())
  .addCommand(knowledgeCommand().exitOverride())
  .addCommand(similarCommand().exitOverride());
for (const command of program.commands.flatMap(({ commands }) => commands)) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 || error.code === 'commander.help' ? 0 : 2;
}
