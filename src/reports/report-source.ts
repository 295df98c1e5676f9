/** One stage of an aggregation pipeline. */
export type Stage = Readonly<Record<string, unknown>>;

/**
 * The desk's figures at rest. Pipelines keep to what MongoDB 6 and the embedded engine both run: no `$percentile`,
 * `$setWindowFields`, `$facet`.
 */
export interface ReportSource {
  /** @param pipeline over documents that have a ticket's fields, with its key as `_id`; `Row` is what its last stage makes */
  tickets<Row extends object>(pipeline: readonly Stage[]): AsyncIterable<Row>;
  /**
   * Over the surveys: `{ ticket?, team, service?, priority, assignee?, score?: 1–5, askedAt, answeredAt?, day }`. One whose
   * answers are anonymous names neither ticket nor assignee.
   */
  surveys<Row extends object>(pipeline: readonly Stage[]): AsyncIterable<Row>;
  /** Over what was asked by `/desk ask`; shaped as `KeptQuestion` in src/knowledge, with its id as `_id`. */
  questions<Row extends object>(pipeline: readonly Stage[]): AsyncIterable<Row>;
  /** Over the articles: `{ version, at, text: { title, state, audience, service?, owner?, reviewOn? } }`. */
  articles<Row extends object>(pipeline: readonly Stage[]): AsyncIterable<Row>;
  /** Over the calls of models; shaped as `CallRecord` in src/triage/model. */
  modelCalls<Row extends object>(pipeline: readonly Stage[]): AsyncIterable<Row>;
}
