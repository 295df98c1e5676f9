import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { answerFrom } from '../../src/knowledge/answer.ts';
import { LexicalIndex } from '../../src/knowledge/lexical-index.ts';
import { unanswerable } from './our-questions.ts';

const folder = new URL('../../../shared/data/', import.meta.url);
const article = z.object({ id: z.string(), title: z.string(), body: z.string() });
const question = z.object({ question: z.string(), article_ids: z.array(z.string()) });

function read<T>(name: string, schema: z.ZodType<T>): readonly T[] {
  const lines = readFileSync(new URL(name, folder), 'utf8').trim().split('\n');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

if (existsSync(new URL('articles.jsonl', folder))) {
  describe('the open articles and their questions', () => {
    const index = new LexicalIndex(read('articles.jsonl', article));

    it('have the right article first for at least four of five', () => {
      const questions = read('article-questions.jsonl', question);
      const right = questions.filter(({ question: text, article_ids: ids }) => {
        const first = index.search(text).articles[0]?.article.id;
        return first !== undefined && ids.includes(first);
      });

      expect(right.length / questions.length).toBeGreaterThanOrEqual(0.8);
    });

    it('give answers to most of them, from the right article', () => {
      const answers = read('article-questions.jsonl', question).map(({ question: text, article_ids: ids }) => {
        const answer = answerFrom(index.search(text));
        if (answer.is === 'unknown') return 'unknown';
        return answer.quotes.every(({ articleId }) => ids.includes(articleId)) ? 'right' : 'wrong';
      });

      expect(answers.filter((one) => one === 'right').length / answers.length).toBeGreaterThanOrEqual(0.8);
      expect(answers.filter((one) => one === 'wrong').length).toBeLessThanOrEqual(1);
    });

    it('carry no answer to questions about something else', () => {
      const strange = unanswerable.filter((text) => !/salesforce|SAP|excel|scan|monitor|firewall/i.test(text));
      const answered = strange.filter((text) => answerFrom(index.search(text)).is === 'answer');

      expect(strange.length).toBeGreaterThan(25);
      expect(answered).toEqual([]);
    });
  });
} else {
  describe('the open articles and their questions', () => {
    it.todo('are asked when ../shared/data is there');
  });
}
