import type { Styled } from '../chat/text.ts';

/** Something to type as it stands. */
export function code(text: string): Styled {
  return { kind: 'code', text };
}
