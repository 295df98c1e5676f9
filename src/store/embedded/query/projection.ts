import { CommandError } from '../errors.ts';
import type { Document } from '../values/document.ts';
import type { FilterScope } from './compile-filter.ts';

export function compileProjection(
  projection: Document,
  _filter: Document,
  _scope: FilterScope,
): ((document: Document) => Document) | undefined {
  if (Object.keys(projection).length === 0) return undefined;
  throw new CommandError(115, 'projection');
}
