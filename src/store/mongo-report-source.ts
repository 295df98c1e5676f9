import type { Collection, Document } from 'mongodb';
import type { ReportSource, Stage } from '../reports/report-source.ts';
import { collectionOf, type Models } from './models.ts';

/** Runs the reports' pipelines, on MongoDB or the embedded server. Reads only. */
export class MongoReportSource implements ReportSource {
  readonly #tickets: Collection<Document>;
  readonly #surveys: Collection<Document>;

  constructor({ tickets, surveys }: Pick<Models, 'tickets' | 'surveys'>) {
    this.#tickets = collectionOf(tickets);
    this.#surveys = collectionOf(surveys);
  }

  tickets<Row extends object>(pipeline: readonly Stage[]): AsyncIterable<Row> {
    return run<Row>(this.#tickets, pipeline);
  }

  surveys<Row extends object>(pipeline: readonly Stage[]): AsyncIterable<Row> {
    return run<Row>(this.#surveys, pipeline);
  }
}

/** A year of a large desk may need more memory than the database grants a stage. */
function run<Row extends object>(collection: Collection<Document>, pipeline: readonly Stage[]): AsyncIterable<Row> {
  return collection.aggregate<Row>([...pipeline], { allowDiskUse: true, batchSize: 1000 });
}
