import type { ImportedRow } from '../import/imported-row.ts';
import { hideSecrets } from '../secrets/hide-secrets.ts';
import { wordsFor } from '../words/words-for.ts';

/** A row without the passwords and keys that people have written into the other desk: this one does not keep them. */
export function guardedRow(row: ImportedRow, locale: string): ImportedRow {
  const { kinds } = wordsFor(locale, locale).secrets;
  const guarded = (text: string) => hideSecrets(text, (kind) => kinds[kind].mark).text;
  return {
    ...row,
    title: guarded(row.title),
    description: guarded(row.description),
    resolutionNote: guarded(row.resolutionNote),
    ...(row.cancelReason === undefined ? {} : { cancelReason: guarded(row.cancelReason) }),
    customFields: Object.fromEntries(Object.entries(row.customFields).map(([name, text]) => [name, guarded(text)])),
  };
}
