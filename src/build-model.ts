import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { DeskConfig } from './config/desk-config.ts';
import type { OpenaiEnvironment } from './config/environment.ts';
import { type ModelNewsParts, ModelNewsTeller } from './delivery/model-news-teller.ts';
import type { SolvedTickets } from './help/solved-tickets.ts';
import { maskAll } from './secrets/masking.ts';
import type { Models } from './store/models.ts';
import { MongoModelBudgetStore } from './store/mongo-model-budget-store.ts';
import { MongoModelCallStore } from './store/mongo-model-call-store.ts';
import { dayIn } from './tickets/ticket-service.ts';
import type { Assistant } from './triage/assistant.ts';
import { Ladder } from './triage/ladder.ts';
import { Breaker } from './triage/model/breaker.ts';
import { CallRecorder } from './triage/model/call-recorder.ts';
import { ModelEmbedder } from './triage/model/embedder.ts';
import { ModelCalls } from './triage/model/model-calls.ts';
import { type Examples, ModelForm } from './triage/model/model-form.ts';
import { OpenaiClient } from './triage/model/openai-client.ts';
import { SameLanguage } from './triage/model/same-language.ts';
import { Spending } from './triage/model/spending.ts';
import type { ModelNews } from './views/model-news-card.ts';

export interface ModelParts extends ModelNewsParts {
  readonly models: Pick<Models, 'modelCalls' | 'modelBudgets'>;
  readonly config: () => DeskConfig;
  readonly clock: Clock;
  /** Absent: there is no model. */
  readonly openai?: OpenaiEnvironment | undefined;
  /** For all that is done about one answer of a model. */
  readonly modelDeadlineMs?: number | undefined;
  /** What does the work where the model does not. */
  readonly local: Assistant;
  readonly solved: SolvedTickets;
}

/** With examples, or the vector of a question, an answer is there within four seconds. */
const usualDeadlineMs = 3_200;
const questionMs = 600;
const articlesMs = 30_000;

/** The assistant: a model on top of what is on this machine, where the environment names one. */
export function buildModel(parts: ModelParts) {
  const { openai, local } = parts;
  if (!openai) return { assistant: local, embedder: undefined, modelIdle: async () => {} };
  const { config, log } = parts;
  const deadlineMs = parts.modelDeadlineMs ?? usualDeadlineMs;
  const mask = (texts: readonly string[]) => maskAll(texts, config().masking);
  const client = new OpenaiClient(openai);
  const { recorder, spending } = buildAccounts(parts);
  const own = { client, mask, config, spending, recorder, deadlineMs, breaker: new Breaker(parts.clock) };
  const calls = new ModelCalls({ ...own, model: openai.model });
  const form = new ModelForm({
    calls,
    config,
    examples: examplesFrom(parts.solved),
    language: new SameLanguage(),
    log,
  });
  const { embeddingModel } = openai;
  const embedder =
    embeddingModel === undefined
      ? undefined
      : new ModelEmbedder({
          ...{ client, mask, local, model: embeddingModel, articlesMs },
          questionMs: Math.min(questionMs, deadlineMs),
          calls: new ModelCalls({ ...own, model: embeddingModel }),
        });
  return { assistant: new Ladder(local, form), embedder, modelIdle: () => recorder.idle() };
}

/** What earlier messages turned out to be. */
function examplesFrom(solved: SolvedTickets): Examples {
  return async (words) => {
    const like = await solved.like({ key: '', title: words.slice(0, 200), description: words }, 5);
    return like.map(({ ticket: { title, description, kind, service, team } }) => ({
      ...{ text: description.trim() || title, kind, service, team },
    }));
  };
}

/** What models cost, and who hears of it. */
function buildAccounts(parts: ModelParts) {
  const { models, config, clock, log } = parts;
  const budgets = new MongoModelBudgetStore(models);
  const teller = new ModelNewsTeller(parts);
  const tell = (news: ModelNews) => recorder.follow(teller.tell(news));
  const recorder: CallRecorder = new CallRecorder({
    ...{ store: new MongoModelCallStore(models), config, clock, log, newId: randomUUID },
    onRefused: () => {
      const now = clock.now();
      const isFirst = budgets.mayTell(dayIn(config().desk.timeZone, now), 'refused', now);
      recorder.follow(isFirst.then((may) => (may ? teller.tell('refused') : undefined)));
    },
  });
  return { recorder, spending: new Spending({ store: budgets, config, clock, onNews: tell }) };
}
