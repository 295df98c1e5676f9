import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ContractStore } from '../store-contract.ts';
import { expressions, sample } from './expression-cases.ts';

/** What expressions make of a document. */
export function expressionContract({ collection }: ContractStore): void {
  describe('an expression', () => {
    beforeEach(async () => {
      await collection().insertOne({ ...sample } as never);
    });

    it.each(expressions.map(([expression, result]) => [JSON.stringify(expression), expression, result] as const))(
      '%s',
      async (_text, expression, result) => {
        const [first] = await collection()
          .aggregate([{ $project: { _id: 0, result: expression } }])
          .toArray();

        expect(first?.result).toEqual(result);
      },
    );
  });
}
