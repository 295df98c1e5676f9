import { describe, expect, it } from '@jest/globals';
import { Binary, BSONRegExp, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'mongodb';
import type { ContractStore } from '../store-contract.ts';

/** Values keep their type. */
export function typeContract({ collection }: ContractStore): void {
  describe('a value', () => {
    const values = {
      int: new Int32(5),
      double: new Double(5),
      fraction: new Double(0.5),
      long: Long.fromString('9007199254740993'),
      decimal: Decimal128.fromString('19.90'),
      binary: new Binary(Buffer.from([1, 2, 3]), 0),
      id: new ObjectId('65f0a1b2c3d4e5f60718293a'),
      date: new Date('2026-03-29T01:30:00.123Z'),
      regex: new BSONRegExp('^a', 'i'),
      stamp: new Timestamp({ t: 5, i: 7 }),
      text: 'Grüße 🎫',
      nothing: null,
      yes: true,
      list: [new Int32(1), new Double(1), 'x'],
    };

    it('comes back with the type that it was stored with', async () => {
      await collection().insertOne({ _id: 1 as never, ...values });

      const found = await collection().findOne({}, { promoteValues: false, bsonRegExp: true });

      expect(found).toEqual({ _id: new Int32(1), ...values });
    });

    it('keeps its type when another field is changed', async () => {
      await collection().insertOne({ _id: 1 as never, ...values });
      await collection().updateOne({}, { $set: { other: 1 } });

      const found = await collection().findOne({}, { promoteValues: false, bsonRegExp: true });

      expect(found).toEqual({ _id: new Int32(1), ...values, other: new Int32(1) });
    });

    it('is found by its number whatever its numeric type', async () => {
      await collection().insertMany([{ n: new Int32(5) }, { n: new Double(5) }, { n: Long.fromNumber(5) }, { n: 6 }]);

      expect(await collection().countDocuments({ n: 5 })).toBe(3);
    });

    it('stands in the order of types', async () => {
      const ordered = [
        new MinKey(),
        null,
        3,
        'a',
        { a: 1 },
        new Binary(Buffer.from('x')),
        new ObjectId('65f0a1b2c3d4e5f60718293a'),
        false,
        new Date(0),
        new MaxKey(),
      ];
      await collection().insertMany(ordered.map((value, _id) => ({ _id, value })).reverse() as never[]);

      const found = await collection().find().sort({ value: 1 }).toArray();

      expect(found.map(({ _id }) => _id)).toEqual(ordered.map((_value, index) => index));
    });

    it('grows from int to long when it gets too large', async () => {
      await collection().insertOne({ n: new Int32(2_147_483_647) });
      await collection().updateOne({}, { $inc: { n: 1 } });

      expect((await collection().findOne({}, { promoteLongs: false }))?.n).toEqual(Long.fromNumber(2_147_483_648));
    });

    it('may be text of any script and length', async () => {
      const long = 'ä'.repeat(100_000);
      await collection().createIndex({ text: 1 });
      await collection().insertMany([{ text: long }, { text: '' }, { text: 'a\u0000b' }]);

      expect(await collection().countDocuments({ text: long })).toBe(1);
      expect(await collection().countDocuments({ text: 'a\u0000b' })).toBe(1);
    });
  });
}
