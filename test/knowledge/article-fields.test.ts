import { describe, expect, it } from '@jest/globals';
import { readArticleFields } from '../../src/knowledge/article-fields.ts';

const cells = (facts: Record<string, string>) =>
  new Map(Object.entries({ title: 'Travel', body: 'Booking a train or a flight.', ...facts }));

describe('an article that leads to a page outside', () => {
  it.each(['https://wiki.example/travel', 'http://intranet/travel?x=1'])('has its address: %s', (url) => {
    expect(readArticleFields(cells({ url }))).toMatchObject({ text: { title: 'Travel', url } });
  });

  it.each(['javascript:alert(1)', 'wiki.example', 'https://wiki.example/two words', 'ftp://wiki.example'])(
    'has no other: %s',
    (url) => {
      expect(readArticleFields(cells({ url }))).toMatchObject({ faults: [{ column: 'url', value: url }] });
    },
  );
});
