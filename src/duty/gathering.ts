interface Asked<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Answers many questions in one go: those that come while others of their lane are being answered wait together, so that a
 * burst costs a few rounds and not one for each.
 */
export class Gathering<Question, Answer> {
  readonly #answerAll: (lane: string, questions: readonly Question[]) => Promise<readonly Answer[]>;
  readonly #waiting = new Map<string, Asked<Question, Answer>[]>();

  /** @param answerAll gives an answer to each question, in their order */
  constructor(answerAll: (lane: string, questions: readonly Question[]) => Promise<readonly Answer[]>) {
    this.#answerAll = answerAll;
  }

  ask(lane: string, question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const waiting = this.#waiting.get(lane);
      if (waiting) {
        waiting.push({ question, resolve, reject });
      } else {
        this.#waiting.set(lane, [{ question, resolve, reject }]);
        void this.#work(lane);
      }
    });
  }

  async #work(lane: string): Promise<void> {
    // What is asked in the same breath is answered together.
    await Promise.resolve();
    for (let asked = this.#take(lane); asked.length > 0; asked = this.#take(lane)) {
      try {
        const answers = await this.#answerAll(
          lane,
          asked.map(({ question }) => question),
        );
        asked.forEach(({ resolve, reject }, at) => {
          const answer = answers[at];
          if (answer === undefined) reject(new Error(`a question of ${lane} was not answered`));
          else resolve(answer);
        });
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
    }
    this.#waiting.delete(lane);
  }

  /** The lane stays taken while it is worked on. */
  #take(lane: string): readonly Asked<Question, Answer>[] {
    const asked = this.#waiting.get(lane) ?? [];
    this.#waiting.set(lane, []);
    return asked;
  }
}
