import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hashOf, newId, newKey, seal, unseal } from '../../src/secrets/sealing.ts';

describe('sealing', () => {
  it('gives back what was sealed, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const key = newKey();
        expect(unseal(seal(text, key, 'drop'), key, 'drop')).toBe(text);
      }),
    );
  });

  it('opens with no other key, for nothing else, and not when a single bit was changed', () => {
    const key = newKey();
    const sealed = seal('Hunter2!x', key, 'drop');
    const changed = Buffer.from(sealed, 'base64url');
    changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;

    expect(() => unseal(sealed, newKey(), 'drop')).toThrow();
    expect(() => unseal(sealed, key, 'another')).toThrow();
    expect(() => unseal(changed.toString('base64url'), key, 'drop')).toThrow();
  });

  it('seals the same text otherwise each time', () => {
    const key = newKey();

    expect(seal('Hunter2!x', key, 'drop')).not.toBe(seal('Hunter2!x', key, 'drop'));
  });

  it('has keys of 256 bits whose hash does not tell them', () => {
    const key = newKey();

    expect(Buffer.from(key, 'base64url')).toHaveLength(32);
    expect(hashOf(key)).not.toContain(key);
    expect(hashOf(key)).toBe(hashOf(key));
    expect(newId()).toMatch(/^[\w-]{16}$/);
  });
});
