import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { Environment } from '../config/environment.ts';
import { describeFaults } from '../config/faults.ts';
import { readEnvironment } from '../config/read-environment.ts';
import { DeskError } from '../errors.ts';
import { type ArticleText, revised, type Writing } from '../knowledge/article.ts';
import type { ArticleStore } from '../knowledge/article-store.ts';
import { type Kept, keepArticle } from '../knowledge/keep-article.ts';
import { createIndexes, defineModels } from '../store/models.ts';
import { MongoArticleStore } from '../store/mongo-article-store.ts';
import { faultLine } from './import-lines.ts';
import { type ReadArticle, readArticles } from './knowledge-articles.ts';
import { openStore } from './open-store.ts';
import type { Terminal } from './sla.ts';
import { here, refuse, type World } from './world.ts';

export interface KnowledgeImportOptions {
  readonly dryRun?: boolean;
  /** Import the articles without faults though there are others. */
  readonly skipFaulty?: boolean;
}

/** Who writes the versions that an import makes. */
const importer = 'import';

/**
 * Brings in the articles of a file or folder: first all is checked, then it is written. May be run again.
 * @returns the exit code: 0, 1 when some were faulty and therefore nothing was written, 2 when something cannot be read
 */
export async function importArticles(
  path: string,
  options: KnowledgeImportOptions,
  terminal: Terminal,
  world: World = here(),
): Promise<number> {
  const read = readEnvironment(world.variables);
  if ('faults' in read) return refuse(describeFaults(read.faults, 'Nothing can be imported'), terminal);
  try {
    const { articles, faults, faulty } = await readArticles(path);
    for (const { file, fault } of faults) terminal.complain(faultLine(file, fault));
    const isRefused = faults.length > 0 && !options.skipFaulty;
    if (isRefused) terminal.complain(`Faults: ${faults.length}. ${refused}`);
    if (isRefused && !options.dryRun) return 1;
    const writing = { by: importer, now: world.clock.now() };
    const isDry = options.dryRun === true;
    const sum = await withStore(read.environment, isDry, (store) => keepAll(articles, store, writing, isDry));
    for (const line of sumLines(sum, faulty, isDry)) terminal.say(line);
    return isRefused ? 1 : 0;
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return refuse(error.message, terminal);
  }
}

const refused = 'Nothing is written: correct them, or leave those articles out by --skip-faulty.';

type Sum = Record<Kept, number>;

/** Articles may be there before the desk is started for the first time. */
async function withStore<T>(
  { mongodbUri, dataDir }: Environment,
  isDry: boolean,
  work: (store: ArticleStore | undefined) => Promise<T>,
): Promise<T> {
  const isNew = !mongodbUri && !existsSync(dataDir);
  if (isNew && isDry) return work(undefined);
  if (isNew) await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const { connection, close } = await openStore({ dataDir, ...(mongodbUri ? { mongodbUri } : {}) });
  try {
    const models = defineModels(connection);
    if (!isDry) await createIndexes(models);
    return await work(new MongoArticleStore(models));
  } finally {
    await close();
  }
}

async function keepAll(
  articles: readonly ReadArticle[],
  store: ArticleStore | undefined,
  writing: Writing,
  isDry: boolean,
): Promise<Sum> {
  const sum: Sum = { added: 0, changed: 0, here: 0 };
  for (const { id, text } of articles) {
    const kept =
      store && !isDry ? await keepArticle(store, id, text, writing) : await wouldKeep(store, id, text, writing);
    sum[kept] += 1;
  }
  return sum;
}

async function wouldKeep(
  store: ArticleStore | undefined,
  id: string,
  text: ArticleText,
  writing: Writing,
): Promise<Kept> {
  const before = await store?.find(id);
  if (!before) return 'added';
  return revised(before, text, writing) ? 'changed' : 'here';
}

function sumLines({ added, changed, here: known }: Sum, faulty: number, isDry: boolean): readonly string[] {
  const would = isDry ? 'would be ' : '';
  const all = added + changed + known + faulty;
  return [
    `Articles: ${all}; ${added} ${would}added, ${changed} ${would}changed, ${known} already here, ${faulty} faulty and left out.`,
    ...(isDry ? ['Nothing was written.'] : []),
  ];
}
