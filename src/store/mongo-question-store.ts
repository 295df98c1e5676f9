import type { Collection } from 'mongodb';
import type { KeptQuestion, QuestionStore } from '../knowledge/question-store.ts';
import { isDuplicateKey } from './duplicate-key.ts';
import { collectionOf, type Models } from './models.ts';

interface QuestionDocument extends Omit<KeptQuestion, 'id'> {
  readonly _id: string;
}

/** What was asked, one document for each question. */
export class MongoQuestionStore implements QuestionStore {
  readonly #questions: Collection<QuestionDocument>;

  constructor(models: Models) {
    this.#questions = collectionOf(models.askedQuestions);
  }

  async keep({ id, ...facts }: KeptQuestion): Promise<void> {
    try {
      await this.#questions.insertOne({ _id: id, ...facts });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
