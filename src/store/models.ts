import type { Collection, Db, Document, IndexDescription } from 'mongodb';
import { type Connection, Schema } from 'mongoose';

/**
 * The collections and their indexes; one index for every query that is made. Documents are checked where they come in
 * (`src/tickets`), so the stores write them through the collection as they are: casting each one again would take longer
 * than the write.
 */
export function defineModels(connection: Connection) {
  return {
    tickets: connection.model('Ticket', ticketSchema, 'tickets'),
    remarks: connection.model('Remark', remarkSchema, 'remarks'),
    inbox: connection.model('InboxEvent', inboxSchema, 'inbox'),
    people: connection.model('Person', personSchema, 'people'),
    counters: connection.model('Counter', counterSchema, 'counters'),
    digestCopies: connection.model('DigestCopy', digestCopySchema, 'digestCopies'),
    digestMutes: connection.model('DigestMute', digestMuteSchema, 'digestMutes'),
    settings: connection.model('Setting', settingSchema, 'settings'),
    helpDrafts: connection.model('HelpDraft', helpDraftSchema, 'helpDrafts'),
    held: connection.model('HeldNotice', heldSchema, 'held'),
    absences: connection.model('Absence', absenceSchema, 'absences'),
    articles: connection.model('Article', articleSchema, 'articles'),
    articleVectors: connection.model('ArticleVector', articleVectorSchema, 'articleVectors'),
    askedQuestions: connection.model('AskedQuestion', askedQuestionSchema, 'askedQuestions'),
    savedReplies: connection.model('SavedReply', savedReplySchema, 'savedReplies'),
    triageLicences: connection.model('TriageLicence', triageLicenceSchema, 'triageLicences'),
    secretDrops: connection.model('SecretDrop', secretDropSchema, 'secretDrops'),
    turns: connection.model('Turns', turnSchema, 'turns'),
    outageReports: connection.model('OutageReport', outageReportSchema, 'outageReports'),
    outages: connection.model('Outage', outageSchema, 'outages'),
    outageLessons: connection.model('OutageLesson', outageLessonSchema, 'outageLessons'),
    surveys: connection.model('Survey', surveySchema, 'surveys'),
    surveyQuestions: connection.model('SurveyQuestion', surveyQuestionSchema, 'surveyQuestions'),
    modelCalls: connection.model('ModelCall', modelCallSchema, 'modelCalls'),
    modelBudgets: connection.model('ModelBudget', modelBudgetSchema, 'modelBudgets'),
    surveyedPeople: connection.model('SurveyedPerson', surveyedPersonSchema, 'surveyedPeople'),
  };
}
export type Models = ReturnType<typeof defineModels>;

/** A model's collection, typed by the store that owns its documents. */
export function collectionOf<D extends Document>(model: Models[keyof Models]): Collection<D> {
  return model.collection as unknown as Collection<D>;
}

/** The database that a model's collection is in. @throws Error before the connection is open */
export function databaseOf(model: Models[keyof Models]): Db {
  const { db } = model.db;
  if (!db) throw new Error('the store is not connected');
  return db as unknown as Db;
}

/** Makes what is missing; safe to call at every start. One command for each collection: mongoose would send one for each index. */
export async function createIndexes(models: Models): Promise<void> {
  await Promise.all(
    Object.values(models).map(async ({ collection, schema }) => {
      const indexes = schema.indexes().map(([key, options]) => ({ key, ...options }) as IndexDescription);
      if (indexes.length > 0) await collection.createIndexes(indexes);
    }),
  );
}

const threeDaysSeconds = 3 * 24 * 3600;

/** An index that costs nothing as long as a ticket is open. */
const onceResolved = { partialFilterExpression: { resolvedAt: { $exists: true } } } as const;

const ticketSchema = aSchema()
  .index({ 'source.key': 1 }, { unique: true })
  .index({ threads: 1 })
  .index({ requester: 1, openedAt: -1 })
  .index({ assignee: 1, status: 1, openedAt: -1 })
  .index({ team: 1, status: 1, openedAt: -1 })
  .index({ terms: 1, openedAt: -1 })
  .index({ openedDay: 1 })
  .index({ status: 1, openedDay: 1 })
  .index({ 'answer.solvedDay': 1 }, { sparse: true })
  .index({ resolvedDay: 1 }, { sparse: true })
  .index({ closedDay: 1 }, { sparse: true })
  .index({ team: 1, 'sla.next.dueAt': 1 }, { partialFilterExpression: { 'sla.next.dueAt': { $exists: true } } })
  .index({ nextAlarmAt: 1 }, { sparse: true })
  .index({ retryAt: 1 }, { partialFilterExpression: { owing: true } })
  .index({ resolvedAt: -1 }, onceResolved)
  .index({ kind: 1, priority: 1, service: 1, resolvedAt: -1 }, onceResolved)
  .index({ kind: 1, priority: 1, team: 1, resolvedAt: -1 }, onceResolved)
  .index({ kind: 1, priority: 1, resolvedAt: -1 }, onceResolved);

const remarkSchema = aSchema()
  .index({ ticket: 1, at: 1 })
  .index({ thread: 1, at: -1 })
  .index({ 'copies.thread': 1, at: -1 })
  .index({ translateAt: 1 }, { sparse: true })
  .index({ ticket: 1, at: 1, owing: 1 }, { name: 'owing', partialFilterExpression: { owing: true } });

const inboxSchema = aSchema()
  .index({ nextAt: 1, at: 1 }, { partialFilterExpression: { state: 'pending' } })
  .index({ doneAt: 1 }, { expireAfterSeconds: threeDaysSeconds });

const counterSchema = aSchema();

const fourMonthsSeconds = 120 * 24 * 3600;

const digestCopySchema = aSchema().index({ claimedAt: 1 }, { expireAfterSeconds: fourMonthsSeconds });

const digestMuteSchema = aSchema();

/** What the desk remembers of itself. */
const settingSchema = aSchema();

const twoDaysSeconds = 2 * 24 * 3600;

const helpDraftSchema = aSchema().index({ madeAt: 1 }, { expireAfterSeconds: twoDaysSeconds });

const heldSchema = aSchema().index({ until: 1 });

/** One for each person who was ever away. */
const absenceSchema = aSchema()
  .index({ until: 1 })
  .index({ leaseUntil: 1 }, { partialFilterExpression: { owing: true } });

const articleSchema = aSchema()
  .index({ 'text.state': 1, 'text.reviewOn': 1 })
  .index({ 'text.owner': 1 }, { sparse: true })
  .index({ at: 1 });

/** One for each article that a model has read. */
const articleVectorSchema = aSchema().index({ model: 1 });

const twoYearsSeconds = 730 * 24 * 3600;

/** What was asked by `/desk ask`. */
const askedQuestionSchema = aSchema()
  .index({ day: 1 })
  .index({ person: 1, at: 1 })
  .index({ at: 1 }, { expireAfterSeconds: twoYearsSeconds });

const savedReplySchema = aSchema();

/** One for each field and form of triage. */
const triageLicenceSchema = aSchema().index({ tellAt: 1 }, { sparse: true });

/** One for each team that gives out tickets by itself. */
const turnSchema = aSchema();

/** Sealed secrets on their way. */
const secretDropSchema = aSchema().index({ removeAt: 1 }, { expireAfterSeconds: 0 }).index({ state: 1, expiresAt: 1 });

const surveySchema = aSchema()
  .index({ day: 1 })
  .index({ token: 1 }, { unique: true, sparse: true })
  .index({ 'owes.at': 1 }, { sparse: true });

const surveyQuestionSchema = aSchema().index({ ticket: 1, at: -1 }).index({ token: 1 }, { sparse: true });

/** How long the record of a call is kept is written with it. */
const modelCallSchema = aSchema().index({ expiresAt: 1 }, { expireAfterSeconds: 0 }).index({ day: 1 });

/** One for each day, and one for each person and day. */
const modelBudgetSchema = aSchema().index({ at: 1 }, { expireAfterSeconds: threeDaysSeconds });

/** One for each person who was ever asked. */
const surveyedPersonSchema = aSchema();

const yearAndMoreSeconds = 400 * 24 * 3600;

/** What tickets are compared by; not their words. */
const outageReportSchema = aSchema()
  .index({ at: 1 }, { expireAfterSeconds: yearAndMoreSeconds })
  .index({ keptAt: 1 })
  .index({ matter: 1, service: 1, at: -1 });

const outageSchema = aSchema()
  .index({ 'reports.id': 1 })
  .index({ state: 1, raisedAt: 1 })
  .index({ leaseUntil: 1 }, { partialFilterExpression: { owing: true } });

const outageLessonSchema = aSchema().index({ at: -1 });

const personSchema = aSchema().index({ refs: 1 }, { unique: true });

function aSchema() {
  return new Schema({ _id: { type: String, required: true } }, { strict: false, versionKey: false });
}
