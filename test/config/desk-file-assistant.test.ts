import { describe, expect, it } from '@jest/globals';
import { parseDeskFile } from '../../src/config/read-desk-file.ts';

const justATeam = 'teams: [{ id: it, agents: [ben@example.com] }]\nservices: [{ id: payroll, confidential: true }]\n';
const read = (text: string) => parseDeskFile(justATeam + text);

describe('what a desk.yaml says of models', () => {
  it('may be nothing: everything may be asked, nothing confidential, without a limit', () => {
    expect(read('')).toMatchObject({
      config: {
        assistant: {
          isEnabled: true,
          uses: { triage: true, answers: true, drafts: true, summaries: true, translation: true, embeddings: true },
          confidentialServices: [],
          budget: {},
          prices: {},
          currency: 'USD',
          keepCallsMs: 90 * 86_400_000,
        },
      },
    });
  });

  it('turns off a part, opens a service, sets limits and prices', () => {
    const text = `
assistant:
  use: { translation: false }
  confidentialServices: [payroll]
  budget: { tokensPerDay: 1000, moneyPerDay: 0.5, tokensPerPersonPerDay: 100, moneyPerPersonPerDay: 0.1 }
  prices: { small-one: { input: 0.4, output: 1.6 }, vectors: { input: 0.02 } }
  currency: EUR
  keepCallsFor: 7d
`;

    expect(read(text)).toMatchObject({
      config: {
        assistant: {
          uses: { triage: true, translation: false },
          confidentialServices: ['payroll'],
          budget: { tokensPerDay: 1000, moneyPerDay: 0.5, tokensPerPersonPerDay: 100, moneyPerPersonPerDay: 0.1 },
          prices: { 'small-one': { input: 0.4, output: 1.6 }, vectors: { input: 0.02, output: 0 } },
          currency: 'EUR',
          keepCallsMs: 7 * 86_400_000,
        },
      },
    });
  });

  it.each([
    ['assistant: { enabled: maybe }', 'This is neither true nor false.'],
    ['assistant: { use: { jokes: true } }', '`jokes` is not known here.'],
    ['assistant: { confidentialServices: [salaries] }', 'There is no "salaries" among the services.'],
    ['assistant: { confidentialServices: [payroll, payroll] }', '"payroll" is in this list already.'],
    ['assistant: { budget: { tokensPerDay: 0 } }', '0 is not a number of tokens.'],
    ['assistant: { budget: { tokensPerPersonPerDay: 1.5 } }', '1.5 is not a number of tokens.'],
    ['assistant: { prices: { a: { input: -1 } } }', '-1 is not an amount of money.'],
    ['assistant: { prices: cheap }', '"cheap" is not a list of prices.'],
    ['assistant: { currency: euros }', '"euros" is not a currency.'],
    ['assistant: { keepCallsFor: forever }', '"forever" is not a duration.'],
    ['assistant: { budget: { moneyPerDay: 5 } }', 'There is a budget of money, but no model has a price.'],
  ])('refuses %s, with its line', (text, problem) => {
    expect(read(text)).toMatchObject({ faults: [{ where: expect.stringContaining('desk.yaml:3'), problem }] });
  });
});
