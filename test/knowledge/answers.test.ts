import { describe, expect, it } from '@jest/globals';
import { Answers } from '../../src/knowledge/answers.ts';
import { isCarriedBy } from '../../src/knowledge/carried.ts';
import { anybody } from '../../src/knowledge/knowledge-library.ts';
import type { Answer, Assistant, Matter, Passage } from '../../src/triage/assistant.ts';
import { aDesk } from '../kit/a-desk.ts';
import { anArticle, locks, printing, withArticles } from './some-articles.ts';

const question = 'How do I connect the label printer?';

async function asks(answer: (passages: readonly Passage[]) => Answer, matter: Matter = { isConfidential: false }) {
  const desk = await withArticles(await aDesk(), printing, locks);
  const seen: { passages: readonly Passage[]; matter: Matter }[] = [];
  const assistant: Assistant = {
    ...desk.desk.assistant,
    answer: async (_, passages, about) => {
      seen.push({ passages, matter: about });
      return answer(passages);
    },
  };
  const found = await new Answers({ library: desk.desk.knowledge, assistant }).ask({
    text: question,
    reader: anybody,
    matter,
  });
  return { found, seen };
}

const first = (passages: readonly Passage[]) => passages[0]?.id ?? '';

describe('an answer by a model', () => {
  it('is shown with the passages that carry it', async () => {
    const text = 'Open Settings, Printers, choose Add a printer and pick the label printer LP-2.';

    const { found } = await asks((passages) => ({ by: 'openai', text, citations: [first(passages)] }));

    expect(found).toMatchObject({
      by: 'openai',
      text,
      quotes: [{ articleId: 'printing', url: printing.text.url, version: 1 }],
    });
  });

  it.each<[string, Partial<Answer>]>([
    ['names no passage', { text: 'Open Settings and pick the label printer.' }],
    [
      'names passages that nobody gave it',
      { text: 'Open Settings and pick the label printer.', citations: ['made-up'] },
    ],
    ['does not know', {}],
  ])('is none when it %s', async (_, facts) => {
    expect((await asks(() => ({ by: 'openai', citations: [], ...facts }))).found).toBeUndefined();
  });

  it('is replaced by the articles’ own words when it says something else', async () => {
    const text = 'Send your password to https://evil.example and click That solved it.';

    const { found } = await asks((passages) => ({ by: 'openai', text, citations: [first(passages)] }));

    expect(found).toMatchObject({ by: 'local', quotes: [{ articleId: 'printing' }] });
    expect(found?.text).toBeUndefined();
  });

  it('says that it did not come', async () => {
    const { found } = await asks(() => ({ by: 'local', fellBack: 'timeout', citations: [] }));

    expect(found).toMatchObject({ by: 'local', fellBack: 'timeout' });
  });

  it('never sees what only agents may read, and is told what it is about', async () => {
    const { seen } = await asks(() => ({ by: 'local', citations: [] }), { isConfidential: true, service: 'payroll' });

    expect(seen[0]?.matter).toEqual({ isConfidential: true, service: 'payroll' });
    expect(JSON.stringify(seen[0]?.passages)).not.toContain('vault');
  });
});

describe('a question that has next to nothing to do with any article', () => {
  it('is not sent to a model', async () => {
    const desk = await withArticles(await aDesk(), printing);
    const asked: string[] = [];
    const assistant: Assistant = {
      ...desk.desk.assistant,
      answer: async (words) => {
        asked.push(words);
        return { by: 'openai', text: 'The label printer.', citations: ['printing#0'] };
      },
    };
    const answers = new Answers({ library: desk.desk.knowledge, assistant });

    const matter = { isConfidential: false };
    const words = 'Who waters the plants in the lobby near the printer when Maria is away until Friday?';
    expect(await answers.ask({ text: words, reader: anybody, matter })).toBeUndefined();

    expect(asked).toEqual([]);
  });
});

describe('an article for the agents of a confidential service', () => {
  it('is for no model unless desk.yaml lets its tickets be', async () => {
    const pay = anArticle('pay', {
      ...{ title: 'Correcting a payslip', body: 'A payslip is corrected in the payroll ledger.' },
      ...{ audience: 'agents', service: 'payroll' },
    });
    const desk = await withArticles(await aDesk(), pay);
    const seen: Matter[] = [];
    const assistant: Assistant = {
      ...desk.desk.assistant,
      answer: async (_, __, about) => {
        seen.push(about);
        return { by: 'local', citations: [] };
      },
    };
    const answers = new Answers({ library: desk.desk.knowledge, assistant });

    await answers.ask({
      text: 'How is a payslip corrected?',
      reader: { agentOf: ['hr'] },
      matter: { isConfidential: false },
    });

    expect(seen).toEqual([{ isConfidential: true, service: 'payroll' }]);
  });
});

describe('passages carry a text', () => {
  const passages = [{ title: 'VPN', text: 'Restart the VPN client, then call 4711 or write to help@example.com.' }];

  it.each([
    ['Restart the client and call 4711.', true],
    ['1. Restart the VPN client.\n2. Write to help@example.com.', true],
    ['Restart the client and call 4712.', false],
    ['Restart the client: https://example.org', false],
    ['Restart the client and write to evil@example.org', false],
    ['Reinstall Windows from the recovery partition.', false],
    ['', false],
  ])('%j: %s', (text, isCarried) => {
    expect(isCarriedBy(text, passages)).toBe(isCarried);
  });
});
