import { z } from 'zod';
import type { modelPurposes } from './assistant-config.ts';
import * as field from './desk-file-fields.ts';
import { listOf, says, section, show } from './desk-file-fields.ts';
import { triage } from './desk-file-triage.ts';

const tokenAdvice = 'Write a whole number of tokens above zero: 200000.';
const tokens = z
  .int({ error: ({ input }) => says(`${show(input)} is not a number of tokens.`, tokenAdvice) })
  .min(1, { error: ({ input }) => says(`${show(input)} is not a number of tokens.`, tokenAdvice) });

const moneyAdvice = 'Write a number of 0 or more: 2.5.';
const money = z
  .number({ error: ({ input }) => says(`${show(input)} is not an amount of money.`, moneyAdvice) })
  .min(0, { error: ({ input }) => says(`${show(input)} is not an amount of money.`, moneyAdvice) });

const currencyAdvice = 'Write the three letters of a currency in capitals: EUR.';
const currency = z
  .string({ error: ({ input }) => says(`${show(input)} is not a currency.`, currencyAdvice) })
  .regex(/^[A-Z]{3}$/, { error: ({ input }) => says(`${show(input)} is not a currency.`, currencyAdvice) })
  .meta({ description: currencyAdvice });

const use = field.yesOrNo.default(true);

const budget = section(
  {
    tokensPerDay: tokens.exactOptional(),
    moneyPerDay: money.exactOptional(),
    tokensPerPersonPerDay: tokens.exactOptional(),
    moneyPerPersonPerDay: money.exactOptional(),
  },
  'How much a model may cost in a day of the desk; from 100 % on, what is on this machine does the work.',
);

const prices = z
  .record(z.string(), section({ input: money, output: money.default(0) }, 'Money for a million tokens.'), {
    error: ({ input }) =>
      says(
        `${show(input)} is not a list of prices.`,
        'Write the price of a million tokens for each model: { gpt-4.1-mini: { input: 0.4, output: 1.6 } }.',
      ),
  })
  .meta({ description: 'What a million tokens of each model cost.' });

/** What the desk may ask of a model, and at what price. */
export const assistant = section(
  {
    enabled: field.yesOrNo.meta({ description: 'false: no model is ever asked.' }).default(true),
    use: section(
      { triage: use, answers: use, drafts: use, summaries: use, translation: use, embeddings: use } satisfies Record<
        (typeof modelPurposes)[number],
        typeof use
      >,
      'What a model is asked for; the rest is done on this machine.',
    ).prefault({}),
    confidentialServices: listOf(field.id, 'Write a list of services: [payroll].')
      .meta({ description: 'Services of which a model may see even confidential tickets.' })
      .default([]),
    budget: budget.prefault({}),
    prices: prices.default({}),
    currency: currency.default('USD'),
    keepCallsFor: field.duration.prefault('90d'),
    triage: triage.prefault({}),
  },
  'What a model may be asked, where the environment names one: docs/ai.md.',
);
