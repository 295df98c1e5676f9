import type { Assistant, Matter } from '../assistant.ts';

/**
 * What this machine takes words to be about decides whether a model may see them, where nobody has said it yet: a question
 * about the salary is private before it is a ticket. A guess hides; it never opens what is confidential already.
 */
export async function withService(matter: Matter, words: string, local: Pick<Assistant, 'triage'>): Promise<Matter> {
  if (matter.service !== undefined || matter.isConfidential) return matter;
  const { service } = await local.triage(words, matter);
  return { ...matter, service: service?.value };
}
