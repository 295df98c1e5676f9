import type { Engine } from '../engine.ts';
import type { Evaluate, Variables } from '../expression/evaluate.ts';
import type { FilterScope } from '../query/compile-filter.ts';
import type { Document } from '../values/document.ts';

/** One step of a pipeline: takes documents as they come and gives documents. */
export type Stage = (documents: Iterable<Document>) => Iterable<Document>;

/** What a stage may use besides the documents that come to it. */
export interface StageContext {
  readonly engine: Engine;
  readonly database: string;
  /** Variables that hold for the whole pipeline: NOW and those of `let`. */
  readonly constants: Variables;
  readonly scope: FilterScope;
  /** Compiles an expression that may use these variables and the document. */
  readonly compile: (expression: unknown) => Evaluate;
  /** Compiles a pipeline within the pipeline. */
  readonly compilePipeline: (pipeline: unknown) => Stage;
  /** Runs a pipeline over a collection, after the documents that a filter means. */
  readonly runOver: (collection: string, filter: Document, pipeline: unknown) => Iterable<Document>;
  /** The same with these variables in addition. */
  readonly with: (variables: Variables) => StageContext;
}

/** Compiles a stage from its operand. */
export type StageCompiler = (operand: unknown, context: StageContext) => Stage;
