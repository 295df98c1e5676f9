import type { Address } from './place-id.ts';
import { hasThreads } from './place-id.ts';

/**
 * Where a message can be read.
 * Source: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
 */
export function permalinkTo({ tenant, conversation, root, activity }: Address): string | undefined {
  if (activity === undefined) return undefined;
  const link = `https://teams.microsoft.com/l/message/${encodeURIComponent(conversation)}/${encodeURIComponent(activity)}`;
  if (!hasThreads(conversation)) return `${link}?context=${encodeURIComponent('{"contextType":"chat"}')}`;
  const parent = root && root !== activity ? `&parentMessageId=${encodeURIComponent(root)}` : '';
  return `${link}?tenantId=${encodeURIComponent(tenant)}${parent}`;
}
