import type { ActionEvent, CommandEvent, FormEvent } from '../src/chat/event.ts';
import type { FormValues } from '../src/chat/form.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import { type Article, type ArticleState, type ArticleText, newArticle, revised } from '../src/knowledge/article.ts';
import { dayIn, webAddressIn } from '../src/knowledge/article-fields.ts';
import type { Person } from '../src/people/person.ts';
import type { Actor } from '../src/tickets/permissions.ts';
import { articleDoneCard, articleList } from '../src/views/article-list.ts';
import { doneCard } from '../src/views/done-card.ts';
import { articleForm } from '../src/views/forms/article-form.ts';
import { longestInput } from '../src/views/forms/form-parts.ts';
import type { Words } from '../src/words/words.ts';
import { contextFor, whoActs } from './acting.ts';
import type { ActionFlow, FormFlow } from './flow.ts';

/** `/desk articles`: those that somebody owns, and for agents all drafts. */
export async function showArticles(turn: Turn<CommandEvent>, desk: Desk): Promise<void> {
  const { person, doer } = await whoActs(turn, desk);
  const titles = await desk.articles.titles({ owners: ownersOf(person), withDrafts: isAuthor(doer.actor) });
  const context = await contextFor(desk, person);
  await turn.whisper(
    articleList(
      titles.filter((one) => mayKeep(desk, person, doer.actor, one.text)),
      context,
    ),
  );
}

/** Edit: the form comes up with the article as it is now. */
export const editArticle: ActionFlow = async (turn, desk) => {
  const article = await mine(turn, desk);
  if (article) await editArticleTo(turn, desk, article);
};

export async function editArticleTo(turn: Turn<ActionEvent>, desk: Desk, article: Article): Promise<void> {
  const { person } = await whoActs(turn, desk);
  const context = await contextFor(desk, person);
  const { id, version, text } = article;
  if (text.body.length > longestInput) {
    await turn.whisper(doneCard(context.words.knowledge.articles.tooLong(text.title)));
    return;
  }
  const facts = { value: `${version} ${id}`, isNew: false, text, services: desk.config().services };
  await turn.openForm(articleForm(facts, context));
}

export const publishArticle: ActionFlow = (turn, desk) => changeState(turn, desk, 'published');
export const retireArticle: ActionFlow = (turn, desk) => changeState(turn, desk, 'retired');

/** An article comes back from its form: a new one, or the next version of the one that was opened. */
export const keepArticleByForm: FormFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const say = (await contextFor(desk, person)).words.knowledge.articles;
  const [, seen = '0', id = ''] = /^(\d+) (.+)$/s.exec(turn.event.value) ?? [];
  const before = await desk.articles.find(id);
  const isTheirs = before ? mayKeep(desk, person, doer.actor, before.text) : isAuthor(doer.actor);
  if (!isTheirs) return turn.formProblem('title', before ? say.gone : say.forAgents);
  const text = await textFrom(turn, desk, person, before);
  if (!text) return;
  const writing = { by: person.id, now: desk.clock.now() };
  const next = before ? revised(before, text, writing) : newArticle(id, text, writing);
  const isCurrent = !before || before.version === Number(seen);
  if (next && (!isCurrent || !(await (before ? desk.articles.write(before, next) : desk.articles.add(next)))))
    return turn.formProblem('title', say.changedMeanwhile);
  await sayKept(turn, desk, person, next ?? before);
};

/** Publish and Retire, from a list. A second click changes nothing. */
async function changeState(turn: Turn<ActionEvent>, desk: Desk, state: ArticleState): Promise<void> {
  const { person } = await whoActs(turn, desk);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = await mine(turn, desk);
    if (!before) return;
    const next = revised(before, { ...before.text, state }, { by: person.id, now: desk.clock.now() });
    if (!next || (await desk.articles.write(before, next))) return sayKept(turn, desk, person, next ?? before);
  }
}

const mostTries = 3;

/** The article of a button; when it is not theirs to change, the person is told. */
async function mine(turn: Turn<ActionEvent>, desk: Desk): Promise<Article | undefined> {
  const { person, doer } = await whoActs(turn, desk);
  const article = await desk.articles.find(turn.event.value);
  if (article && mayKeep(desk, person, doer.actor, article.text)) return article;
  await turn.whisper(doneCard((await contextFor(desk, person)).words.knowledge.articles.gone));
  return undefined;
}

async function sayKept(
  turn: Turn<ActionEvent | FormEvent>,
  desk: Desk,
  person: Person,
  article: Article | undefined,
): Promise<void> {
  if (!article) return;
  await desk.knowledge.changed();
  await turn.whisper(articleDoneCard(article, await contextFor(desk, person)));
}

/** What was typed; undefined when something in it is wrong, which the form says. */
async function textFrom(
  turn: Turn<FormEvent>,
  desk: Desk,
  person: Person,
  before: Article | undefined,
): Promise<ArticleText | undefined> {
  const { values } = turn.event;
  const problems = problemsIn(values, (await contextFor(desk, person)).words);
  for (const [field, problem] of problems) turn.formProblem(field, problem);
  if (problems.length > 0) return undefined;
  const [service, reviewOn, url] = [typed(values, 'service'), typed(values, 'reviewOn'), typed(values, 'url')];
  const owner = before?.text.owner ?? person.email;
  const language = before?.text.language;
  const isRetired = values.publish !== true && before?.text.state === 'retired';
  return {
    title: typed(values, 'title') ?? '',
    body: typed(values, 'body') ?? '',
    audience: values.audience === 'agents' ? 'agents' : 'public',
    state: values.publish === true ? 'published' : isRetired ? 'retired' : 'draft',
    ...(language ? { language } : {}),
    ...(service && desk.config().services.some(({ id }) => id === service) ? { service } : {}),
    ...(owner ? { owner } : {}),
    ...(reviewOn ? { reviewOn } : {}),
    ...(url ? { url } : {}),
  };
}

function problemsIn(values: FormValues, { problems, knowledge }: Words): readonly (readonly [string, string])[] {
  const [reviewOn, url] = [typed(values, 'reviewOn'), typed(values, 'url')];
  return [
    ...['title', 'body'].flatMap((name) => (typed(values, name) ? [] : [[name, problems.required] as const])),
    ...(reviewOn && !dayIn(reviewOn) ? [['reviewOn', knowledge.articles.badDay] as const] : []),
    ...(url && !webAddressIn(url) ? [['url', knowledge.articles.badAddress] as const] : []),
  ];
}

function typed(values: FormValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function ownersOf({ id, email }: Person): readonly string[] {
  return [...new Set([id, ...(email ? [email] : [])])];
}

function isAuthor({ agentOf, isAdmin }: Actor): boolean {
  return agentOf.length > 0 || isAdmin;
}

/** Agents keep articles together; what is about a confidential service is for its own team. Owners always may. */
function mayKeep(
  desk: Desk,
  person: Person,
  actor: Actor,
  { owner, service }: Pick<ArticleText, 'owner' | 'service'>,
): boolean {
  if (owner && ownersOf(person).includes(owner)) return true;
  const about = desk.config().services.find(({ id }) => id === service);
  return about?.confidential ? actor.agentOf.includes(about.team) : isAuthor(actor);
}
