import { notSupported } from '../errors.ts';
import type { Document } from '../values/document.ts';

export function compilePipelineUpdate(
  _pipeline: readonly unknown[],
  _constants: Document,
  _now: Date,
): (document: Document) => Document {
  throw notSupported('pipeline update');
}
