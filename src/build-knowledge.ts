import type { Clock } from './clock.ts';
import type { DeskConfig } from './config/desk-config.ts';
import { answerConsideration } from './knowledge/answer-consideration.ts';
import { Answers } from './knowledge/answers.ts';
import { ArticleVectors } from './knowledge/article-vectors.ts';
import type { Embedder } from './knowledge/embedder.ts';
import { KnowledgeLibrary } from './knowledge/knowledge-library.ts';
import { SavedReplies } from './knowledge/saved-replies.ts';
import type { Log } from './log.ts';
import type { PeopleService } from './people/people-service.ts';
import type { Models } from './store/models.ts';
import { MongoArticleStore } from './store/mongo-article-store.ts';
import { MongoQuestionStore } from './store/mongo-question-store.ts';
import { MongoReplyStore } from './store/mongo-reply-store.ts';
import { MongoVectorStore } from './store/mongo-vector-store.ts';
import type { Assistant } from './triage/assistant.ts';

export interface KnowledgeParts {
  readonly models: Models;
  readonly config: () => DeskConfig;
  readonly clock: Clock;
  readonly log: Log;
  readonly people: PeopleService;
  readonly assistant: Assistant;
  /** Where an embedding model is set. */
  readonly embedder?: Embedder | undefined;
}

/** Articles, answers from them, and saved replies. */
export function buildKnowledge({ models, config, clock, log, people, assistant, embedder }: KnowledgeParts) {
  const articles = new MongoArticleStore(models);
  const vectors = embedder && new ArticleVectors(embedder, new MongoVectorStore(models), log);
  const knowledge = new KnowledgeLibrary({ store: articles, config, clock, log, vectors });
  const answers = new Answers({ library: knowledge, assistant });
  return {
    articles,
    knowledge,
    answers,
    questions: new MongoQuestionStore(models),
    replies: new SavedReplies({ store: new MongoReplyStore(models), config, clock }),
    answering: answerConsideration({ answers, people, config, clock }),
  };
}
