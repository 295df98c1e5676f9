import type { Block, Button, Card } from '../chat/card.ts';
import type { ArticleState } from '../knowledge/article.ts';
import type { ArticleTitle } from '../knowledge/article-store.ts';
import { heading, oneLine, paragraph, quiet } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** Articles that somebody looks after, each with what can be done about it. */
export function articleList(articles: readonly ArticleTitle[], context: ViewContext): Card {
  const say = context.words.knowledge.articles;
  const shown = articles.slice(0, mostShown);
  const hint = articles.length > shown.length ? [quiet(say.listHint(shown.length, articles.length))] : [];
  return {
    title: say.list,
    blocks:
      shown.length === 0 ? [quiet(say.listEmpty)] : [...hint, ...shown.flatMap((article) => rows(article, context))],
    summary: say.list,
  };
}

/** Its owner is told that the review date has passed. */
export function reviewCard(articles: readonly ArticleTitle[], context: ViewContext, id: string): Card {
  const say = context.words.knowledge.articles;
  return {
    blocks: [
      heading(say.reviewTitle),
      paragraph(say.reviewText),
      ...articles.slice(0, mostShown).flatMap((article) => rows(article, context)),
    ],
    summary: say.reviewTitle,
    mark: { id },
  };
}

/** What became of an article, with what can be done next. */
export function articleDoneCard({ id, version, text }: ArticleTitle, context: ViewContext): Card {
  const say = context.words.knowledge.articles;
  const title = oneLine(text.title, longestTitle);
  const done = { draft: say.kept, published: say.published, retired: say.retired }[text.state](title);
  const buttons = [editButton({ id, version, text }, context), nextButton({ id, version, text }, context)].flatMap(
    (one) => one ?? [],
  );
  return { blocks: [paragraph(done)], buttons };
}

const mostShown = 15;
const longestTitle = 100;
/** The most that a button carries. */
const longestId = 140;

function rows(article: ArticleTitle, context: ViewContext): readonly Block[] {
  const say = context.words.knowledge.articles;
  const { title, state, audience, reviewOn } = article.text;
  const line = say.line(say.states[state], say.audiences[audience], article.version);
  const [edit, next] = [editButton(article, context), nextButton(article, context)];
  return [
    { kind: 'row', text: oneLine(title, longestTitle), ...(edit ? { button: edit } : {}) },
    { kind: 'row', text: reviewOn ? `${line} · ${reviewOn}` : line, ...(next ? { button: next } : {}) },
  ];
}

function editButton({ id }: ArticleTitle, { words }: ViewContext): Button | undefined {
  if (id.length > longestId) return undefined;
  return { label: words.knowledge.articles.edit, action: 'article.edit', value: id, opensForm: true };
}

/** A draft is published, what is published is retired, what is retired may be published again. */
function nextButton({ id, text }: ArticleTitle, { words }: ViewContext): Button | undefined {
  if (id.length > longestId) return undefined;
  const { publishNow, retire } = words.knowledge.articles;
  const next: Readonly<Record<ArticleState, Button>> = {
    draft: { label: publishNow, action: 'article.publish', value: id },
    published: { label: retire, action: 'article.retire', value: id },
    retired: { label: publishNow, action: 'article.publish', value: id },
  };
  return next[text.state];
}
