import type { Place } from '../../src/chat/refs.ts';

/** What travels with a form and comes back with it. */
export interface FormContext {
  /** {@link Form.value}. */
  readonly value: string;
  readonly thread?: Place;
  readonly place?: Place;
}

/**
 * Writes it as two lines of references and the value as it is: JSON could double its length, and Slack takes 3,000
 * characters. Source: https://docs.slack.dev/reference/views
 */
export function writeMetadata({ value, thread, place }: FormContext): string {
  return `${place ?? ''}\n${thread ?? ''}\n${value}`.slice(0, 3000).toWellFormed();
}

export function readMetadata(metadata: string): FormContext {
  const [place, thread, ...value] = metadata.split('\n');
  return { value: value.join('\n'), ...(thread && { thread }), ...(place && { place }) };
}
