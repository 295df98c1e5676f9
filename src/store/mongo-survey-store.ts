import type { Collection, Filter } from 'mongodb';
import type { Survey } from '../surveys/survey.ts';
import type { AskedQuestion, SurveyStore } from '../surveys/survey-store.ts';
import { isDuplicateKey } from './duplicate-key.ts';
import { collectionOf, type Models } from './models.ts';

type SurveyDocument = Omit<Survey, 'id'> & { readonly _id: string };
/** `token` is there only between an anonymous click and the note that it counts. */
type QuestionDocument = Omit<AskedQuestion, 'id'> & { readonly _id: string; readonly token?: string };
type AskedPersonDocument = { readonly _id: string; readonly question: string; readonly at: Date };

/** Surveys in MongoDB or the embedded server: who was asked when, which questions are answered, and the answers. */
export class MongoSurveyStore implements SurveyStore {
  readonly #surveys: Collection<SurveyDocument>;
  readonly #questions: Collection<QuestionDocument>;
  readonly #people: Collection<AskedPersonDocument>;

  constructor(models: Models) {
    this.#surveys = collectionOf(models.surveys);
    this.#questions = collectionOf(models.surveyQuestions);
    this.#people = collectionOf(models.surveyedPeople);
  }

  async claim(person: string, question: string, now: Date, notAfter: Date): Promise<boolean> {
    try {
      const longAgo = { _id: person, at: { $lte: notAfter } };
      await this.#people.updateOne(longAgo, { $set: { question, at: now } }, { upsert: true });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return (await this.#people.findOne({ _id: person }))?.question === question;
    }
  }

  async ask({ id, ...question }: AskedQuestion): Promise<boolean> {
    return wasNew(() => this.#questions.insertOne({ _id: id, ...question }));
  }

  async lastAsked(ticket: string): Promise<AskedQuestion | undefined> {
    const [last] = await this.#questions.find({ ticket }).sort({ at: -1 }).limit(1).toArray();
    if (!last) return undefined;
    const { _id, at, isAnswered } = last;
    return { id: _id, ticket, at, isAnswered };
  }

  async tokenFor(question: AskedQuestion, fresh: string): Promise<string | undefined> {
    const { id } = question;
    await this.ask(question);
    await this.#questions.updateOne(
      { _id: id, isAnswered: false, token: { $exists: false } },
      { $set: { token: fresh } },
    );
    return (await this.#questions.findOne({ _id: id }))?.token;
  }

  async answered(question: AskedQuestion): Promise<void> {
    await this.ask(question);
    await this.#questions.updateOne({ _id: question.id }, { $set: { isAnswered: true }, $unset: { token: '' } });
  }

  async forgetLeftTokens(): Promise<void> {
    const left = await this.#questions
      .find({ token: { $exists: true } })
      .limit(100)
      .toArray();
    for (const { _id, token = '', ...question } of left)
      if (await this.find({ token })) await this.answered({ id: _id, ...question });
  }

  async find(by: { readonly id: string } | { readonly token: string }): Promise<Survey | undefined> {
    return toSurvey(await this.#surveys.findOne('id' in by ? { _id: by.id } : by));
  }

  async findUnanswered({ day, team, service, priority }: Parameters<SurveyStore['findUnanswered']>[0]) {
    const like: Filter<SurveyDocument> = { day, team, priority, service: service ?? { $exists: false } };
    return toSurvey(await this.#surveys.findOne({ ...like, score: { $exists: false }, ticket: { $exists: false } }));
  }

  insert(survey: Survey): Promise<boolean> {
    return wasNew(() => this.#surveys.insertOne(toDocument(survey)));
  }

  async replace(survey: Survey): Promise<Survey | undefined> {
    const next = { ...survey, version: survey.version + 1 };
    const { matchedCount } = await this.#surveys.replaceOne(
      { _id: survey.id, version: survey.version },
      toDocument(next),
    );
    return matchedCount > 0 ? next : undefined;
  }

  async owing(now: Date, limit: number): Promise<readonly Survey[]> {
    const found = await this.#surveys
      .find({ 'owes.at': { $lte: now } })
      .sort({ 'owes.at': 1 })
      .limit(limit)
      .toArray();
    return found.flatMap((document) => toSurvey(document) ?? []);
  }
}

async function wasNew(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

function toDocument({ id, ...survey }: Survey): SurveyDocument {
  return { _id: id, ...survey };
}

function toSurvey(document: SurveyDocument | null): Survey | undefined {
  if (!document) return undefined;
  const { _id, ...survey } = document;
  return { id: _id, ...survey };
}
