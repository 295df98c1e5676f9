import type { ChoiceField, Option, TextField } from '../../chat/form.ts';
import { cut } from '../../chat/plain-text.ts';
import type { ServiceConfig } from '../../config/desk-config.ts';
import type { Words } from '../../words/words.ts';

/** What forms need of a service of desk.yaml. */
export type ServiceChoice = Pick<ServiceConfig, 'id' | 'name' | 'confidential'>;

/** What forms need of a team of desk.yaml. */
export interface TeamChoice {
  readonly id: string;
  readonly name: string;
}

/** What forms need of a vendor of desk.yaml. */
export interface VendorChoice {
  readonly id: string;
  readonly name: string;
}

/** The most that Slack shows of an option. */
const longestLabel = 75;

/** The most that Slack takes in one input. */
export const longestInput = 3000;

/** Room for some sentences, named `note`. */
export function noteField(
  words: Words,
  facts: { readonly hint?: string; readonly optional?: boolean } = {},
): TextField {
  return { kind: 'text', name: 'note', label: words.forms.note, multiline: true, maxLength: longestInput, ...facts };
}

/** One option for each id, in the order of the list. */
export function options<T extends string | number>(ids: readonly T[], label: (id: T) => string): readonly Option[] {
  return ids.map((id) => ({ value: String(id), label: label(id) }));
}

/** The teams that do not have the ticket now. */
export function teamOptions(
  teams: readonly TeamChoice[],
  current: string,
  toValue: (id: string) => string,
): readonly Option[] {
  const others = teams.filter(({ id }) => id !== current);
  return others.map(({ id, name }) => ({ value: toValue(id), label: cut(name, longestLabel) }));
}

export function serviceOptions(services: readonly ServiceChoice[], words: Words): readonly Option[] {
  return services.map(({ id, name, confidential }) => ({
    value: id,
    label: cut(name, longestLabel),
    ...(confidential ? { description: words.forms.newIssue.confidentialService } : {}),
  }));
}

/** Which vendor a ticket waits for. */
export function vendorField(vendors: readonly VendorChoice[], { forms }: Words): ChoiceField {
  const { vendor: label, vendorHint: hint } = forms.hold;
  const choices = vendors.map(({ id, name }) => ({ value: id, label: cut(name, longestLabel) }));
  return { kind: 'choice', name: 'vendor', label, hint, optional: true, options: choices };
}

/** Impact or urgency, 1 to 3. */
export function levelField(
  facts: { readonly name: 'impact' | 'urgency'; readonly label: string; readonly optional?: boolean },
  words: Words,
  value?: number,
): ChoiceField {
  const called = facts.name === 'impact' ? words.ticket.impacts : words.ticket.urgencies;
  return {
    ...facts,
    kind: 'choice',
    options: options([1, 2, 3] as const, (level) => called[level]),
    ...(value === undefined ? {} : { value: String(value) }),
  };
}

/** A title that is shown whole: at most 24 characters. */
export function formTitle(title: string): string {
  return cut(title, 24);
}
