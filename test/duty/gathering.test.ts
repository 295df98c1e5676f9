import { describe, expect, it } from '@jest/globals';
import { Gathering } from '../../src/duty/gathering.ts';

/** Answers when it is told to. */
function slowly() {
  const rounds: { readonly lane: string; readonly questions: readonly number[]; answer(): void; fail(): void }[] = [];
  const gathering = new Gathering<number, string>(
    (lane, questions) =>
      new Promise((resolve, reject) => {
        const answers = questions.map((question) => `${lane}${question}`);
        rounds.push({ lane, questions, answer: () => resolve(answers), fail: () => reject(new Error('no')) });
      }),
  );
  return { rounds, gathering };
}
const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('questions that come at the same time', () => {
  it('are answered in one round, and those that come meanwhile in the next', async () => {
    const { rounds, gathering } = slowly();
    const first = [1, 2, 3].map((one) => gathering.ask('a', one));
    await soon();
    const second = [4, 5].map((one) => gathering.ask('a', one));
    await soon();
    expect(rounds.map(({ questions }) => questions)).toEqual([[1, 2, 3]]);

    rounds[0]?.answer();
    expect(await Promise.all(first)).toEqual(['a1', 'a2', 'a3']);
    await soon();
    expect(rounds.map(({ questions }) => questions)).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    rounds[1]?.answer();
    expect(await Promise.all(second)).toEqual(['a4', 'a5']);
  });

  it('wait for nobody in another lane', async () => {
    const { rounds, gathering } = slowly();
    void gathering.ask('a', 1);
    const other = gathering.ask('b', 2);
    await soon();
    rounds.find(({ lane }) => lane === 'b')?.answer();

    expect(await other).toBe('b2');
  });

  it('fail with their round alone', async () => {
    const { rounds, gathering } = slowly();
    const first = gathering.ask('a', 1);
    await soon();
    const second = gathering.ask('a', 2);
    rounds[0]?.fail();
    await expect(first).rejects.toThrow('no');
    await soon();
    rounds[1]?.answer();

    expect(await second).toBe('a2');
    const third = gathering.ask('a', 3);
    await soon();
    rounds[2]?.answer();
    expect(await third).toBe('a3');
  });
});
