import type { Desk } from '../src/desk.ts';
import { articleDraft } from '../src/knowledge/article-draft.ts';
import type { Person } from '../src/people/person.ts';
import { defaultMasking, mask } from '../src/secrets/masking.ts';
import type { Remark } from '../src/tickets/conversation.ts';
import { requirePermission } from '../src/tickets/permissions.ts';
import { Refusal } from '../src/tickets/refusal.ts';
import type { Ticket } from '../src/tickets/ticket.ts';
import { articleForm } from '../src/views/forms/article-form.ts';
import type { ViewContext } from '../src/views/view-context.ts';
import { contextFor, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';
import { editArticleTo } from './keep-articles.ts';

/** The id of the article that is made from a ticket: there is one at most. */
export const articleIdOf = (key: string) => `from-${key.toLowerCase()}`;

/** An agent makes an article of what solved a ticket: a draft comes up, to be put right. What is confidential stays where it is. */
export const askForArticle: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const ticket = await desk.tickets.get(turn.event.value, doer.actor);
  requirePermission(doer.actor, 'reply', ticket);
  if (ticket.confidential || (ticket.status !== 'resolved' && ticket.status !== 'closed'))
    throw new Refusal({ kind: 'wrongState', key: ticket.key, status: ticket.status });
  const made = await desk.articles.find(articleIdOf(ticket.key));
  if (made) return editArticleTo(turn, desk, made);
  const context = await contextFor(desk, person, [ticket]);
  const { title, body } = await draftFrom(desk, ticket, person, context);
  const services = desk.config().services;
  const text = { title, body, audience: 'public', ...(ticket.service ? { service: ticket.service } : {}) } as const;
  await turn.openForm(articleForm({ value: `0 ${articleIdOf(ticket.key)}`, isNew: true, text, services }, context));
};

async function draftFrom(desk: Desk, ticket: Ticket, agent: Person, context: ViewContext) {
  const remarks = await desk.remarks.of(ticket.key, mostRemarks);
  const told = remarks.filter(isTold);
  const people = await Promise.all(
    [ticket.requester, agent.id, ...told.map(({ author }) => author)].map((id) => desk.people.byId(id)),
  );
  const named = people.flatMap((person) => [person?.name, person?.email].flatMap((name) => name ?? []));
  const summary = await modelSummary(desk, ticket, told, context.locale);
  const matter = {
    title: ticket.title,
    description: ticket.description,
    note: ticket.resolution?.note,
    replies: summary ? [summary] : told.map(({ text }) => text),
    people: named,
  };
  const { title, body } = articleDraft(matter, context.words.knowledge.articles);
  const clean = (text: string) => mask(text, defaultMasking).text;
  return { title: clean(title), body: clean(body) };
}

const mostRemarks = 50;

function isTold({ side, visibility, deletedAt, isDescription, text }: Remark): boolean {
  return side === 'agent' && visibility === 'public' && !deletedAt && !isDescription && text.trim() !== '';
}

/** A model may put many answers into few words; a form cannot wait for it for long. */
async function modelSummary(
  desk: Desk,
  ticket: Ticket,
  told: readonly Remark[],
  locale: string,
): Promise<string | undefined> {
  if (told.length < 2) return undefined;
  const said = told.map(({ text }) => ({ by: 'agent', text }) as const);
  const { requester: person, confidential: isConfidential, service, key } = ticket;
  const matter = { person, isConfidential, service, ticket: key };
  const asked = desk.assistant.summarise(said, locale.slice(0, 2), matter);
  const spoken = await Promise.race([asked.catch(() => undefined), patience()]);
  return spoken?.by === 'openai' ? spoken.text : undefined;
}

/** Slack's trigger lives about three seconds. */
const patienceMs = 1_500;

const patience = () =>
  new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), patienceMs).unref();
  });
