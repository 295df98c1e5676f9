import type { Collection, Document } from 'mongodb';
import type { ReportSource, Stage } from '../reports/report-source.ts';
import { collectionOf, type Models } from './models.ts';

type ReportModels = Pick<Models, 'tickets' | 'surveys' | 'askedQuestions' | 'articles' | 'modelCalls'>;

/** Runs the reports' pipelines, on MongoDB or the embedded server. Reads only. */
export class MongoReportSource implements ReportSource {
  readonly #tickets: Collection<Document>;
  readonly #surveys: Collection<Document>;
  readonly #questions: Collection<Document>;
  readonly #articles: Collection<Document>;
  readonly #modelCalls: Collection<Document>;

  constructor({ tickets, surveys, askedQuestions, articles, modelCalls }: ReportModels) {
    this.#tickets = collectionOf(tickets);
    this.#surveys = collectionOf(surveys);
    this.#questions = collectionOf(askedQuestions);
    this.#articles = collectionOf(articles);
    this.#modelCalls = collectionOf(modelCalls);
  }

  tickets<Row extends object>(pipeline: readonly Stage[]): AsyncIterable<Row> {
    return run<Row>(this.#tickets, pipeline);
  }

  surveys<Row extends object>(pipeline: readonly Stage[]): AsyncIterable<Row> {
    return run<Row>(this.#surveys, pipeline);
  }

  questions<Row extends object>(pipeline: readonly Stage[]): AsyncIterable<Row> {
    return run<Row>(this.#questions, pipeline);
  }

  articles<Row extends object>(pipeline: readonly Stage[]): AsyncIterable<Row> {
    return run<Row>(this.#articles, pipeline);
  }

  modelCalls<Row extends object>(pipeline: readonly Stage[]): AsyncIterable<Row> {
    return run<Row>(this.#modelCalls, pipeline);
  }
}

/** A year of a large desk may need more memory than the database grants a stage. */
function run<Row extends object>(collection: Collection<Document>, pipeline: readonly Stage[]): AsyncIterable<Row> {
  return collection.aggregate<Row>([...pipeline], { allowDiskUse: true, batchSize: 1000 });
}
