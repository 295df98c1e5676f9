import { z } from 'zod';
import { describeFaults } from '../config/faults.ts';
import { readDeskFile } from '../config/read-desk-file.ts';
import { readEnvironment } from '../config/read-environment.ts';
import { DeskError } from '../errors.ts';
import { type Answer, answerFrom } from '../knowledge/answer.ts';
import { answerText } from '../knowledge/answer-text.ts';
import type { Audience } from '../knowledge/article.ts';
import { LexicalIndex, type SearchResult } from '../knowledge/lexical-index.ts';
import type { IndexedArticle } from '../knowledge/prepared-article.ts';
import { defineModels } from '../store/models.ts';
import { MongoArticleStore } from '../store/mongo-article-store.ts';
import { faultLine } from './import-lines.ts';
import { type ReadArticle, readArticles } from './knowledge-articles.ts';
import { jsonId, readObjects } from './knowledge-json-lines.ts';
import { openStore } from './open-store.ts';
import type { Terminal } from './sla.ts';
import { here, refuse, type World } from './world.ts';

export interface AskOptions {
  /** The questions. */
  readonly file: string;
  /** Articles to ask in place of the store's. */
  readonly articles?: string;
  /** Everything that is published when left out. */
  readonly audience?: Audience;
  readonly format: 'table' | 'json';
}

const question = z.object({ id: jsonId, text: z.string({ error: 'is no text.' }) });

/**
 * Answers each question of a file from published articles, one line or paragraph for each. Writes nothing. What cannot be
 * read is complained of, and the rest goes on.
 * @returns the exit code: 0, or 2 when something could not be read
 */
export async function askKnowledge(options: AskOptions, terminal: Terminal, world: World = here()): Promise<number> {
  try {
    const { values: questions, faults } = await readObjects(options.file, question);
    const { articles, faults: more } = await published(options, world);
    for (const fault of [...faults, ...more]) terminal.complain(fault);
    const index = new LexicalIndex(articles, await synonymsOf(world));
    for (const { id, text } of questions) {
      const result = index.search(text);
      const asked = { id, text, result, answer: answerFrom(result) };
      for (const line of options.format === 'json' ? [jsonLine(asked)] : tableLines(asked)) terminal.say(line);
    }
    return faults.length + more.length > 0 ? 2 : 0;
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return refuse(error.message, terminal);
  }
}

/** Those of desk.yaml, where there is one that can be read. */
async function synonymsOf({ variables }: World): Promise<readonly (readonly string[])[]> {
  const read = readEnvironment(variables);
  const desk = 'faults' in read ? undefined : await readDeskFile(read.environment.deskFile);
  return desk && 'config' in desk ? desk.config.knowledge.synonyms : [];
}

interface Articles {
  readonly articles: readonly IndexedArticle[];
  readonly faults: readonly string[];
}

async function published({ articles: path, audience }: AskOptions, world: World): Promise<Articles> {
  const { articles, faults } = path === undefined ? await storedArticles(world) : await articlesIn(path);
  const mayRead = ({ text }: ReadArticle) =>
    text.state === 'published' && (audience !== 'public' || text.audience === 'public');
  return { articles: articles.filter(mayRead).map(({ id, text }) => ({ id, ...text })), faults };
}

async function articlesIn(path: string) {
  const { articles, faults } = await readArticles(path);
  return { articles, faults: faults.map(({ file, fault }) => faultLine(file, fault)) };
}

async function storedArticles({ variables }: World) {
  const read = readEnvironment(variables);
  if ('faults' in read) throw new DeskError('invalid', describeFaults(read.faults, 'Nothing can be asked'));
  const { connection, close } = await openStore(read.environment);
  try {
    return { articles: await new MongoArticleStore(defineModels(connection)).inState('published'), faults: [] };
  } finally {
    await close();
  }
}

interface Asked {
  readonly id: string | number;
  readonly text: string;
  readonly result: SearchResult;
  readonly answer: Answer;
}

function jsonLine({ id, result, answer }: Asked): string {
  const cited = answer.is === 'answer' ? [...new Set(answer.quotes.map(({ articleId }) => articleId))] : null;
  const articles = result.articles.map(({ article }) => article.id);
  return JSON.stringify({ id, articles, answer: answerText(answer), cited });
}

function tableLines({ id, text, result, answer }: Asked): readonly string[] {
  const nearest = result.articles.slice(0, 3).map(({ article }) => `${article.title} [${article.id}]`);
  return [
    `${id}  ${text.replace(/\s+/g, ' ')}`,
    ...answerText(answer)
      .split('\n')
      .map((line) => `    ${line}`.trimEnd()),
    ...(answer.is === 'unknown' && nearest.length > 0 ? [`    Nearest: ${nearest.join('; ')}`] : []),
    '',
  ];
}
