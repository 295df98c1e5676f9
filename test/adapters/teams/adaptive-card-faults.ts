import { existsSync, readFileSync } from 'node:fs';

type Json = Record<string, unknown>;

const schemaFile = new URL('../../../../shared/platform/adaptive-card-1.5.0.json', import.meta.url);

/** Microsoft's schema of Adaptive Cards 1.5, where it lies beside the repository. */
export const schema: Json | undefined = existsSync(schemaFile)
  ? JSON.parse(readFileSync(schemaFile, 'utf8'))
  : undefined;

if (schema === undefined)
  process.stderr.write('Microsoft’s schema is not beside the repository: cards are checked by their structure only.\n');

/** What is wrong with a card: by the schema, and by what Teams asks beside it. */
export function faultsIn(card: unknown): readonly string[] {
  const wire = JSON.parse(JSON.stringify(card)) as Json;
  const { msteams: _, ...known } = wire;
  return [
    ...(schema ? faultsBySchema(known, definition('AdaptiveCard'), 'card') : []),
    ...ownFaults(wire),
    ...(JSON.stringify(wire).length * 2 < 80 * 1024 ? [] : ['is 80 KB or larger']),
    ...(wire.version === '1.5' ? [] : ['is not of version 1.5']),
    ...(typeof wire.fallbackText === 'string' && wire.fallbackText !== '' ? [] : ['has no fallbackText']),
    ...unknownMentions(wire),
  ];
}

/** Every text of a card that a client draws as Markdown. */
export function textsOf(value: unknown): readonly string[] {
  return everyObject(value).flatMap((each) => {
    if (each.type === 'TextBlock') return [String(each.text)];
    if (each.type === 'FactSet')
      return (each.facts as Json[]).flatMap(({ title, value: said }) => [`${title}`, `${said}`]);
    return [];
  });
}

/** Every action of a card, those behind a question too. */
export function actionsOf(value: unknown): readonly Json[] {
  return everyObject(value).filter(({ type }) => typeof type === 'string' && type.startsWith('Action.'));
}

function ownFaults(card: Json): string[] {
  return everyObject(card).flatMap((each) => {
    const actions = Array.isArray(each.actions) ? (each.actions as Json[]) : [];
    return [
      ...(actions.length > 6 ? ['has more than 6 actions in one row'] : []),
      ...(each.type === 'ActionSet' && actions.length === 0 ? ['has a row without actions'] : []),
      ...(each.type === 'Action.Execute' && typeof each.verb !== 'string'
        ? ['has an Action.Execute without a verb']
        : []),
      ...(each.type === 'TextBlock' && String(each.text).trim() === '' ? ['has an empty text'] : []),
      ...Object.values(each).flatMap((text) =>
        typeof text === 'string' && !text.isWellFormed() ? ['has a text that is not well-formed'] : [],
      ),
    ];
  });
}

/** Teams refuses a card with an `<at>` that has no entity. */
function unknownMentions(card: Json): string[] {
  const entities = ((card.msteams as Json | undefined)?.entities ?? []) as { text: string }[];
  const known = new Set(entities.map(({ text }) => text));
  if (known.size !== entities.length) return ['has two mentions with one text'];
  const words = textsOf(card);
  return [
    ...words
      .flatMap((text) => text.match(/<\s*at\s*>.*?(<\s*\/\s*at\s*>|$)/gs) ?? [])
      .filter((each) => !known.has(each)),
    ...entities.filter(({ text }) => !words.some((each) => each.includes(text))).map(({ text }) => `unused ${text}`),
  ].map((each) => `has a mention without its other half: ${each}`);
}

function everyObject(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(everyObject);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Json, ...Object.values(value).flatMap(everyObject)];
}

function definition(name: string): Json {
  return ((schema?.definitions ?? {}) as Record<string, Json>)[name] ?? {};
}

/** As much of JSON Schema as Microsoft's file uses. */
function faultsBySchema(value: unknown, rule: Json, at: string): string[] {
  if (typeof rule.$ref === 'string')
    return faultsBySchema(value, definition(rule.$ref.replace('#/definitions/', '')), at);
  const any = rule.anyOf as Json[] | undefined;
  const all = (rule.allOf ?? []) as Json[];
  return [
    ...ofType(value, rule.type, at),
    ...(Array.isArray(rule.enum) && !rule.enum.includes(value)
      ? [`${at}: ${JSON.stringify(value)} is not allowed`]
      : []),
    ...(typeof rule.pattern === 'string' && !new RegExp(rule.pattern).test(String(value))
      ? [`${at}: no such value`]
      : []),
    ...(any ? bestOf(any.map((each) => faultsBySchema(value, each, at))) : []),
    ...all.flatMap((each) => faultsBySchema(value, each, at)),
    ...inside(value, rule, at),
  ];
}

function inside(value: unknown, rule: Json, at: string): string[] {
  if (Array.isArray(value) && rule.items) {
    return value.flatMap((each, index) => faultsBySchema(each, rule.items as Json, `${at}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const properties = (rule.properties ?? {}) as Record<string, Json>;
  const missing = ((rule.required ?? []) as string[]).filter((key) => !(key in value));
  const keys = Object.keys(value);
  return [
    ...missing.map((key) => `${at} has no ${key}`),
    ...keys.flatMap((key) => {
      const own = properties[key];
      if (own) return faultsBySchema((value as Json)[key], own, `${at}.${key}`);
      return rule.additionalProperties === false ? [`${at} may have no ${key}`] : [];
    }),
  ];
}

/** The faults under the reading that fits best. */
function bestOf(readings: readonly string[][]): string[] {
  return readings.reduce((best, each) => (each.length < best.length ? each : best));
}

function ofType(value: unknown, type: unknown, at: string): string[] {
  if (type === undefined) return [];
  const is = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return ([type].flat() as string[]).includes(is) ? [] : [`${at} is ${is}, not ${type}`];
}
