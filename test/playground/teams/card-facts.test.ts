import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { actionShapes, allowedValues, elementShapes, innerShapes } from '../../../playground/teams/cards/card-facts.ts';

const published = new URL('../../../../shared/platform/adaptive-card-1.5.0.json', import.meta.url);
const isHere = existsSync(published);
if (!isHere) console.warn(`Not compared with the published schema: ${published.pathname} is not there.`);
const compare = isHere ? describe : describe.skip;

interface Definition {
  readonly required?: readonly string[];
  readonly anyOf?: readonly {
    readonly allOf?: readonly { readonly $ref: string }[];
    readonly enum?: readonly string[];
  }[];
}

interface Schema {
  readonly definitions: Readonly<Record<string, Definition>>;
}

function schema(): Schema {
  return JSON.parse(readFileSync(published, 'utf8')) as Schema;
}

/** The types that the schema lets stand in one place. */
function typesOf(group: string): readonly string[] {
  const members = schema().definitions[group]?.anyOf ?? [];
  return members.flatMap(({ allOf = [] }) => allOf.map(({ $ref }) => $ref.split('/').at(-1) ?? '')).sort();
}

compare('what is known of Adaptive Cards', () => {
  it('are the elements and actions of the schema', () => {
    expect(Object.keys(elementShapes).sort()).toEqual(typesOf('ImplementationsOf.Element'));
    expect(Object.keys(actionShapes).sort()).toEqual(typesOf('ImplementationsOf.Action'));
  });

  it('insists on no less than the schema', () => {
    const shapes = { ...elementShapes, ...actionShapes, ...innerShapes };
    const lax = Object.entries(shapes).flatMap(([type, { required = {} }]) =>
      (schema().definitions[type]?.required ?? [])
        .filter((name) => !Object.hasOwn(required, name))
        .map((name) => `${type}.${name}`),
    );
    expect(lax).toEqual([]);
  });

  it.each([
    ['color', 'Colors'],
    ['weight', 'FontWeight'],
    ['spacing', 'Spacing'],
    ['horizontalAlignment', 'HorizontalAlignment'],
    ['fontType', 'FontType'],
  ])('takes every %s that the schema takes, and no other', (property, definition) => {
    const values = (schema().definitions[definition]?.anyOf ?? []).flatMap((one) => one.enum ?? []);
    const published = new Set(values.map((value) => value.toLowerCase()));
    expect([...(allowedValues[property] ?? [])].sort()).toEqual([...published].sort());
  });
});
