import { describe, expect, it } from '@jest/globals';
import { triageCommand } from '../../src/cli/triage.ts';

async function refusalOf(...words: string[]): Promise<string> {
  const complaints: string[] = [];
  const command = triageCommand();
  for (const one of [command, ...command.commands])
    one.exitOverride().configureOutput({ writeErr: (text) => complaints.push(text) });
  await expect(command.parseAsync(words, { from: 'user' })).rejects.toMatchObject({
    name: 'CommanderError',
    exitCode: 1,
  });
  return complaints.join('');
}

describe('the words after deskhand triage', () => {
  it.each([
    [['backtest', '--days', '0'], /Write a whole number of days/],
    [['backtest', '--days', '30', '--file', 'a.jsonl'], /cannot be used with option '--file/],
    [['backtest', '--day-one', '--train', 'a.jsonl'], /cannot be used with option '--train/],
    [['backtest', '--format', 'csv'], /Allowed choices are table, json/],
  ])('are refused when they mean nothing: %j', async (words, why) => {
    expect(await refusalOf(...words)).toMatch(why);
  });
});
