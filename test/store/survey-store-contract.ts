import { afterEach, describe, expect, it } from '@jest/globals';
import { type Connection, connect } from '../../src/store/connection.ts';
import { createIndexes, defineModels } from '../../src/store/models.ts';
import { MongoSurveyStore } from '../../src/store/mongo-survey-store.ts';
import type { Survey } from '../../src/surveys/survey.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute));

function aSurvey(facts: Partial<Survey> = {}): Survey {
  const what = { team: 'it', service: 'vpn', priority: 'P3', day: '2026-03-02', askedAt: at(0), version: 1 } as const;
  return { id: 'INC-1:a', ...what, ...facts };
}

const asked = (id: string, minute = 0) => ({ id, ticket: id.split(':')[0] ?? '', at: at(minute), isAnswered: false });

/** What the surveys' store promises, on any server. @param database gives the address of an empty one */
export function surveyStoreContract(name: string, database: () => Promise<string>): void {
  const connections: Connection[] = [];
  afterEach(async () => {
    for (const connection of connections.splice(0)) {
      await connection.dropDatabase();
      await connection.close();
    }
  });

  async function aStore(): Promise<MongoSurveyStore> {
    const connection = await connect(await database());
    connections.push(connection);
    const models = defineModels(connection);
    await createIndexes(models);
    return new MongoSurveyStore(models);
  }

  describe(`the survey store on ${name}`, () => {
    it('gives the turn to ask a person to one of many questions at once, again to the same, and later to another', async () => {
      const store = await aStore();
      const questions = Array.from({ length: 12 }, (_, index) => `INC-${index}:a`);
      const claim = (question: string, minute: number) => store.claim('dana', question, at(minute), at(minute - 30));

      const given = await Promise.all(questions.map((question) => claim(question, 0)));
      const winner = questions[given.indexOf(true)] ?? '';
      expect(given.filter(Boolean)).toHaveLength(1);
      expect(await claim(winner, 10)).toBe(true);
      expect(await claim('INC-20:a', 29)).toBe(false);
      expect(await store.claim('max', 'INC-21:a', at(0), at(-30))).toBe(true);
      expect(await claim('INC-20:a', 30)).toBe(true);
      expect(await claim(winner, 31)).toBe(false);
    });

    it('knows the newest question of a ticket, and notes one once', async () => {
      const store = await aStore();
      expect([await store.ask(asked('INC-1:a')), await store.ask(asked('INC-1:a', 5))]).toEqual([true, false]);
      await store.ask(asked('INC-1:b', 9));
      await store.answered(asked('INC-1:a'));

      expect(await store.lastAsked('INC-1')).toEqual(asked('INC-1:b', 9));
      await store.answered(asked('INC-1:b'));
      expect(await store.lastAsked('INC-1')).toMatchObject({ id: 'INC-1:b', isAnswered: true });
      expect(await store.lastAsked('INC-2')).toBeUndefined();
    });

    it('has one token for clicks at the same time, and none once it is answered', async () => {
      const store = await aStore();
      const tokens = await Promise.all(['x', 'y', 'z'].map((fresh) => store.tokenFor(asked('INC-1:a'), fresh)));
      expect(new Set(tokens).size).toBe(1);

      await store.answered(asked('INC-1:a'));
      expect(await store.tokenFor(asked('INC-1:a'), 'late')).toBeUndefined();
    });

    it('forgets a token that was left, once its answer is kept and not before', async () => {
      const store = await aStore();
      await store.tokenFor(asked('INC-1:a'), 'x');
      await store.forgetLeftTokens();
      expect(await store.tokenFor(asked('INC-1:a'), 'y')).toBe('x');

      await store.insert(aSurvey({ id: 'r', token: 'x', score: 2 }));
      await store.forgetLeftTokens();
      expect(await store.lastAsked('INC-1')).toMatchObject({ isAnswered: true });
      expect(await store.tokenFor(asked('INC-1:a'), 'y')).toBeUndefined();
    });

    it('takes an id and a token once, and a change only of what is still so', async () => {
      const store = await aStore();
      expect(await store.insert(aSurvey({ token: 'x' }))).toBe(true);
      expect(await store.insert(aSurvey({ token: 'y' }))).toBe(false);
      expect(await store.insert(aSurvey({ id: 'r', token: 'x' }))).toBe(false);
      expect(await store.insert(aSurvey({ id: 's' }))).toBe(true);

      const scored = await Promise.all(([1, 2, 3] as const).map((score) => store.replace(aSurvey({ score }))));
      const [written, ...others] = scored.filter((survey) => survey !== undefined);
      expect(others).toEqual([]);
      expect(written?.version).toBe(2);
      expect(await store.find({ id: 'INC-1:a' })).toEqual(written);
      expect(await store.find({ token: 'x' })).toBeUndefined();
    });

    it('finds an unanswered anonymous survey of the same kind', async () => {
      const store = await aStore();
      const others = [
        { ticket: 'INC-1' },
        { score: 3 },
        { day: '2026-03-01' },
        { team: 'hr' },
        { service: 'wifi' },
        { priority: 'P1' },
      ] as const;
      for (const [index, facts] of others.entries()) await store.insert(aSurvey({ id: `${index}`, ...facts }));
      expect(await store.findUnanswered(aSurvey())).toBeUndefined();

      await store.insert(aSurvey({ id: 'r' }));
      expect((await store.findUnanswered(aSurvey()))?.id).toBe('r');
      const { service, ...unserved } = aSurvey();
      expect(service).toBe('vpn');
      expect(await store.findUnanswered(unserved)).toBeUndefined();
    });

    it('gives what has something to tell by now, the longest waiting first', async () => {
      const store = await aStore();
      for (const minute of [3, 1, 2, 9])
        await store.insert(aSurvey({ id: `s${minute}`, owes: { id: 't', at: at(minute), to: ['lea'] } }));
      await store.insert(aSurvey());

      expect((await store.owing(at(3), 10)).map(({ id }) => id)).toEqual(['s1', 's2', 's3']);
      expect((await store.owing(at(3), 2)).map(({ id }) => id)).toEqual(['s1', 's2']);
    });
  });
}
