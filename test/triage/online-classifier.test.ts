import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Features } from '../../src/triage/features.ts';
import { OnlineClassifier } from '../../src/triage/online-classifier.ts';

const labels = ['vpn', 'mail', 'printer', 'wifi'] as const;
const someFeatures = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 400 })), {
    minLength: 1,
    maxLength: 12,
    selector: ([feature]) => feature,
  })
  .map((pairs): Features => new Map(pairs));
const anExample = fc.record({ features: someFeatures, label: fc.constantFrom(...labels) });
const examples = fc.array(anExample, { maxLength: 25 });
type Example = { readonly features: Features; readonly label: string };

function taught(lessons: readonly Example[]): OnlineClassifier {
  const classifier = new OnlineClassifier();
  for (const { features, label } of lessons) classifier.learn(features, label);
  return classifier;
}

function chanceOf(classifier: OnlineClassifier, features: Features, label: string): number {
  return classifier.predict(features).find((one) => one.label === label)?.chance ?? 0;
}

describe('what a classifier has learnt', () => {
  it('does not depend on the order of the examples', () => {
    fc.assert(
      fc.property(examples, fc.integer(), (lessons, seed) => {
        const shuffled = lessons
          .map((lesson, index) => ({ lesson, at: Math.sin(seed + index) }))
          .sort((a, b) => a.at - b.at)
          .map(({ lesson }) => lesson);

        expect(taught(shuffled).toJSON()).toEqual(taught(lessons).toJSON());
      }),
    );
  });

  it('makes the label of an example no less likely for it, and likelier when there is another', () => {
    fc.assert(
      fc.property(examples, anExample, (lessons, { features, label }) => {
        const classifier = taught([...lessons, { features: new Map([[99, 100]]), label }]);
        const before = chanceOf(classifier, features, label);

        classifier.learn(features, label);

        expect(chanceOf(classifier, features, label)).toBeGreaterThanOrEqual(before - 1e-9);
      }),
    );
  });

  it('is as if an example had never been there when that is taken back', () => {
    fc.assert(
      fc.property(examples, anExample, (lessons, { features, label }) => {
        const classifier = taught(lessons);
        const before = classifier.toJSON();

        classifier.learn(features, label);
        classifier.forget(features, label);

        expect(classifier.toJSON()).toEqual(before);
      }),
    );
  });

  it('is the same after it was saved and read, and goes on learning from there', () => {
    fc.assert(
      fc.property(examples, examples, (lessons, more) => {
        const read = OnlineClassifier.fromJSON(JSON.parse(JSON.stringify(taught(lessons))));
        for (const { features, label } of more) read.learn(features, label);

        expect(read.toJSON()).toEqual(taught([...lessons, ...more]).toJSON());
      }),
    );
  });

  it('gives every label a chance, all of them together one', () => {
    fc.assert(
      fc.property(fc.array(anExample, { minLength: 1 }), someFeatures, (lessons, features) => {
        const chances = taught(lessons).predict(features);

        expect(chances.map(({ label }) => label).toSorted()).toEqual(
          [...new Set(lessons.map((one) => one.label))].toSorted(),
        );
        expect(chances.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('a classifier', () => {
  const tunnel: Features = new Map([[1, 700]]);
  const outlook: Features = new Map([[2, 700]]);

  it('knows nothing before it has learnt', () => {
    expect(new OnlineClassifier().predict(tunnel)).toEqual([]);
  });

  it('follows a correction', () => {
    const classifier = taught([
      { features: tunnel, label: 'mail' },
      { features: outlook, label: 'mail' },
    ]);

    classifier.correct(tunnel, 'mail', 'vpn');

    expect(classifier.predict(tunnel)[0]?.label).toBe('vpn');
    expect(classifier.predict(outlook)[0]?.label).toBe('mail');
  });

  it('does not let a frequent label hide a rare one', () => {
    const often = Array.from({ length: 200 }, () => ({ features: outlook, label: 'mail' }));

    expect(taught([...often, { features: tunnel, label: 'vpn' }]).predict(tunnel)[0]).toMatchObject({ label: 'vpn' });
  });

  it('takes nothing from a label that it does not know', () => {
    const classifier = taught([{ features: tunnel, label: 'vpn' }]);

    classifier.forget(tunnel, 'mail');

    expect(classifier.toJSON()).toEqual(taught([{ features: tunnel, label: 'vpn' }]).toJSON());
  });

  it('keeps no more counts than it may, the largest of them', () => {
    const classifier = new OnlineClassifier({ mostCounts: 20 });
    for (let time = 0; time < 3; time += 1) classifier.learn(tunnel, 'vpn');

    for (let feature = 10; feature < 200; feature += 1) classifier.learn(new Map([[feature, 5]]), 'mail');

    const counts = classifier.toJSON().labels.map(([, , all]) => all.length / 2);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(20);
    expect(classifier.predict(tunnel)[0]?.label).toBe('vpn');
  });

  it('learns no more labels than it may', () => {
    const classifier = new OnlineClassifier({ mostLabels: 1 });
    classifier.learn(tunnel, 'vpn');
    classifier.learn(outlook, 'mail');

    expect(classifier.labels).toEqual(['vpn']);
    expect(classifier.examples).toBe(1);
  });

  it('refuses what it has not saved itself', () => {
    expect(() => OnlineClassifier.fromJSON({ labels: [['vpn', -1, []]] })).toThrow('expected number to be >=0');
  });
});
