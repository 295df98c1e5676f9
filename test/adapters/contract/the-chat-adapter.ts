import { afterEach, beforeEach, describe } from '@jest/globals';
import { asking } from './asking.ts';
import { finding } from './finding.ts';
import { hearing } from './hearing.ts';
import { speaking } from './speaking.ts';
import { nothing, type Subject } from './subject.ts';

/**
 * What `src/chat/adapter.ts` promises, held against one adapter and its emulated platform: whatever passes may be put in
 * the place of any other. A new platform calls it with a subject of its own.
 */
export function theChatAdapter(name: string, makeSubject: () => Promise<Subject>): void {
  let now: Subject | undefined;
  const subject = () => now ?? nothing();
  beforeEach(async () => {
    now = await makeSubject();
  });
  afterEach(() => subject().stop());

  describe(`${name}: what the desk says`, () => speaking(subject));
  describe(`${name}: who and where`, () => finding(subject));
  describe(`${name}: what people do`, () => hearing(subject));
  describe(`${name}: forms`, () => asking(subject));
}
