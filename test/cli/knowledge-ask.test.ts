import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { knowledgeCommand } from '../../src/cli/knowledge.ts';
import { type AskOptions, askKnowledge } from '../../src/cli/knowledge-ask.ts';
import { importArticles } from '../../src/cli/knowledge-import.ts';
import { FakeClock } from '../kit/fake-clock.ts';
import { ourArticles } from '../knowledge/our-articles.ts';
import { RecordingTerminal } from './a-terminal.ts';

let folder: string;
const file = (name: string) => join(folder, name);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskhand-ask-'));
  await writeFile(file('articles.jsonl'), lines(ourArticles));
});
afterEach(() => rm(folder, { recursive: true }));

const lines = (all: readonly (object | string)[]) =>
  all.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');
const world = () => ({
  variables: { DATA_DIR: file('data'), DESK_FILE: file('desk.yaml') },
  clock: new FakeClock(new Date('2026-06-01T08:00Z')),
});

async function asking(questions: readonly (object | string)[], options: Partial<AskOptions> = {}) {
  await writeFile(file('questions.jsonl'), lines(questions));
  const terminal = new RecordingTerminal();
  const asked: AskOptions = { file: file('questions.jsonl'), format: 'json', ...options };
  const exitCode = await askKnowledge(asked, terminal, world());
  return { exitCode, said: terminal.said, complaints: terminal.complaints.map((line) => line.replace(folder, '')) };
}

const toner = { id: 'q1', text: 'The toner is empty' };
const lunch = { id: 2, text: 'What is for lunch in the canteen?' };

describe('asking the articles of a file', () => {
  it('answers each question on a line of JSON, with what is cited, or does not know', async () => {
    const { exitCode, said, complaints } = await asking([toner, lunch], { articles: file('articles.jsonl') });

    expect({ exitCode, complaints }).toEqual({ exitCode: 0, complaints: [] });
    const [known, unknown] = said.map((line): unknown => JSON.parse(line));
    expect(known).toEqual({
      id: 'q1',
      articles: expect.arrayContaining(['printer']),
      answer: expect.stringMatching(/^> A spare cartridge .*\n— Print on any floor .*\[printer\]$/),
      cited: ['printer'],
    });
    expect(known).toHaveProperty('articles.0', 'printer');
    expect(unknown).toMatchObject({ id: 2, answer: 'I do not know.', cited: null });
  });

  it('knows the synonyms of desk.yaml, where there is one', async () => {
    const desk = 'teams: [{ id: it, agents: [ben@example.com] }]\nknowledge: { synonyms: [[phaser, toner]] }';
    await writeFile(file('desk.yaml'), desk);

    const { said } = await asking([{ id: 'q1', text: 'The phaser is empty' }], { articles: file('articles.jsonl') });

    expect(JSON.parse(said[0] ?? '')).toMatchObject({ cited: ['printer'] });
  });

  it('shows people the answer, or what is nearest', async () => {
    const salesforce = { id: 'q2', text: 'How do I reset my Salesforce token?' };
    const { said } = await asking([toner, salesforce], { articles: file('articles.jsonl'), format: 'table' });

    expect(said.slice(0, 2)).toEqual(['q1  The toner is empty', expect.stringMatching(/^ {4}> A spare cartridge/)]);
    expect(said.slice(-4)).toEqual([
      'q2  How do I reset my Salesforce token?',
      '    I do not know.',
      expect.stringMatching(/^ {4}Nearest: .*\[password\]/),
      '',
    ]);
  });

  it('goes on after a line that it cannot read, and ends with 2', async () => {
    const questions = ['nonsense', { id: 'q2' }, { text: 'x' }, '', toner];
    const { exitCode, said, complaints } = await asking(questions, { articles: file('articles.jsonl') });

    expect(exitCode).toBe(2);
    expect(said).toHaveLength(1);
    expect(complaints).toEqual([
      '/questions.jsonl:1 This is no JSON object. Write one on each line.',
      '/questions.jsonl:2 text: is no text.',
      '/questions.jsonl:3 id: is no id. Give each line its own.',
    ]);
  });

  it('ends with 2 when a file is not there', async () => {
    const none = await asking([toner], { articles: file('none.jsonl') });
    expect(none).toMatchObject({
      exitCode: 2,
      complaints: [expect.stringMatching(/none\.jsonl cannot be read \(ENOENT\)/)],
    });
    const noQuestions = await asking([], { articles: file('articles.jsonl'), file: file('no.jsonl') });
    expect(noQuestions).toMatchObject({ exitCode: 2, said: [] });
  });
});

describe('asking the store', () => {
  it('knows what is published, for those who may read it', async () => {
    const body = 'Turn the green wheel until the needle stands at four.';
    const articles = [
      { id: 'pub', title: 'Boiler pressure', body, audience: 'public' },
      { id: 'in', title: 'Boiler valve', body, audience: 'agents' },
      { id: 'old', title: 'Boiler', body, state: 'retired' },
      { id: 'new', title: 'Boiler', body, state: 'draft' },
      ...ourArticles,
    ];
    await writeFile(file('articles.jsonl'), lines(articles));
    await importArticles(file('articles.jsonl'), {}, new RecordingTerminal(), world());
    const found = async (options: Partial<AskOptions>) => {
      const { said } = await asking([{ id: 'q', text: 'boiler green wheel' }], options);
      const { articles: ids }: { articles: readonly string[] } = JSON.parse(said[0] ?? '{}');
      return ids.toSorted();
    };

    expect(await found({})).toEqual(['in', 'pub']);
    expect(await found({ audience: 'public' })).toEqual(['pub']);
  });

  it('ends with 2 when there is none', async () => {
    expect(await asking([toner])).toMatchObject({
      exitCode: 2,
      complaints: [expect.stringMatching(/There is no data in .* Run this where the desk runs/)],
    });
  });
});

describe('the words after deskhand knowledge', () => {
  it.each([
    [['ask'], /required option '--file <questions\.jsonl>'/],
    [['ask', '--file', 'x', '--format', 'csv'], /Allowed choices are table, json/],
    [['ask', '--file', 'x', '--audience', 'all'], /Allowed choices are public, agents/],
    [['import'], /missing required argument 'path'/],
  ])('are refused when they mean nothing: %j', async (words, why) => {
    const complaints: string[] = [];
    const command = knowledgeCommand();
    for (const one of command.commands)
      one.exitOverride().configureOutput({ writeErr: (text) => complaints.push(text) });

    await expect(command.parseAsync(words, { from: 'user' })).rejects.toMatchObject({ exitCode: 1 });
    expect(complaints.join('')).toMatch(why);
  });
});
