import { describe, expect, it } from '@jest/globals';
import { reportCommand } from '../../src/cli/report.ts';

async function refusalOf(...words: string[]): Promise<string> {
  const complaints: string[] = [];
  const command = reportCommand()
    .exitOverride()
    .configureOutput({ writeErr: (text) => complaints.push(text) });
  await expect(command.parseAsync(words, { from: 'user' })).rejects.toMatchObject({
    name: 'CommanderError',
    exitCode: 1,
  });
  return complaints.join('');
}

describe('the words after deskhand report', () => {
  it.each([
    [['opened', '--format', 'pdf'], /Allowed choices are table, csv, json, png/],
    [['agents', '--agent', 'ben'], /Write an e-mail, such as ben@example\.com/],
    [['opened', '--from', '2026-01-01'], /unknown option '--from'/],
    [['opened', 'resolved'], /too many arguments/],
  ])('are refused when they mean nothing: %j', async (words, why) => {
    expect(await refusalOf(...words)).toMatch(why);
  });
});
