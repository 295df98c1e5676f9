import { dirname, resolve } from 'node:path';
import type { AdminAttention } from './delivery/admin-attention.ts';
import type { Desk } from './desk.ts';
import type { Watch } from './jobs/ticker.ts';
import { type FolderFault, KnowledgeFolder } from './knowledge/knowledge-folder.ts';

/** What looks after articles: their folder, and what others change in the store. Nothing of it holds up the start. */
export function knowledgeWatches(
  desk: Desk,
  deskFile: string | undefined,
  attention: AdminAttention,
): readonly Watch[] {
  const { articles: store, clock, log, config, knowledge } = desk;
  const library = { name: 'knowledge', run: () => knowledge.refresh() };
  if (deskFile === undefined) return [library];
  const folder = new KnowledgeFolder({
    path: () => resolve(dirname(deskFile), config().knowledge.folder),
    read: async (path) => {
      const { readArticles } = await import('./cli/knowledge-articles.ts');
      return readArticles(path);
    },
    onFault: (fault) => attention.tell({ code: 'article_faulty', what: placeOf(fault), advice: adviceFor(fault) }),
    onChange: () => knowledge.changed(),
    ...{ store, clock, log },
  });
  return [{ name: 'articles', run: () => folder.look() }, library];
}

function placeOf({ file, fault }: FolderFault): string {
  return `${file}:${fault.line}${fault.column ? ` (${fault.column})` : ''}`;
}

function adviceFor(found: FolderFault): string {
  const { problem, advice } = found.fault;
  return `The article ${placeOf(found)} in the knowledge folder is left out. ${problem} ${advice}`;
}
