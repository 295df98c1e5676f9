import { isObject, type JsonObject } from '../json.ts';

/** Notes a fault: what is wrong, and the JSON pointer to where. */
export type Report = (fault: string, at: string) => void;

/** Looks at a value and reports everything that is wrong with it, in Slack's manner of speaking. */
export type Check = (value: unknown, at: string, report: Report) => void;

/** Bounds of a text's or list's length; a limit of Slack's, as it stands in limits.ts. */
export interface Bounds {
  readonly min_length?: number;
  readonly max_length?: number;
  readonly min_items?: number;
  readonly max_items?: number;
}

/** The fields of an object: those that must be there, and those that may. */
export interface Fields {
  readonly needs?: Readonly<Record<string, Check>>;
  readonly takes?: Readonly<Record<string, Check>>;
  /** What no single field can tell. */
  readonly also?: (object: JsonObject, at: string, report: Report) => void;
}

/** A text, within bounds; the length counts characters. */
export function text(bounds: Bounds = {}): Check {
  return (value, at, report) => {
    if (typeof value !== 'string') return report('must be a string', at);
    const length = [...value].length;
    const { min_length: min = 0, max_length: max = Number.POSITIVE_INFINITY } = bounds;
    if (length < min) report(`must be more than ${min - 1} characters`, at);
    if (length > max) report(`must be less than ${max + 1} characters`, at);
  };
}

/** A web address. */
export function url(bounds: Bounds = {}): Check {
  return (value, at, report) => {
    text(bounds)(value, at, report);
    if (typeof value === 'string' && !URL.canParse(value)) report('must be a valid url', at);
  };
}

/** True or false. */
export const flag: Check = (value, at, report) => {
  if (typeof value !== 'boolean') report('must be a boolean', at);
};

/** A whole number within bounds. */
export function integer(bounds: { readonly min?: number; readonly max?: number } = {}): Check {
  return (value, at, report) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return report('must be an integer', at);
    const { min, max } = bounds;
    if (min !== undefined && value < min) report(`must be more than ${min - 1}`, at);
    if (max !== undefined && value > max) report(`must be less than ${max + 1}`, at);
  };
}

/** One of some words. */
export function oneOf(...allowed: readonly string[]): Check {
  return (value, at, report) => {
    if (typeof value !== 'string' || !allowed.includes(value)) report(`must be one of: ${allowed.join(', ')}`, at);
  };
}

/** A text of a certain form, such as a date. */
export function like(pattern: RegExp, name: string): Check {
  return (value, at, report) => {
    if (typeof value !== 'string' || !pattern.test(value)) report(`must be a valid ${name}`, at);
  };
}

/** A list within bounds, whose items all pass. */
export function list(item: Check, bounds: Bounds = {}): Check {
  return (value, at, report) => {
    if (!Array.isArray(value)) return report('must be an array', at);
    const { min_items: min = 0, max_items: max = Number.POSITIVE_INFINITY } = bounds;
    if (value.length < min) report(`no less than ${min} items allowed`, at);
    if (value.length > max) report(`no more than ${max} items allowed`, at);
    for (const [index, one] of value.entries()) item(one, `${at}/${index}`, report);
  };
}

/** An object that has these fields and no others; `type` has been looked at before. */
export function object({ needs = {}, takes = {}, also }: Fields): Check {
  const known: Readonly<Record<string, Check>> = { ...needs, ...takes };
  return (value, at, report) => {
    if (!isObject(value)) return report('must be an object', at);
    for (const name of Object.keys(needs)) {
      if (value[name] === undefined || value[name] === null) report(`missing required field: ${name}`, at);
    }
    for (const [name, field] of Object.entries(value)) {
      if (field === undefined || name === 'type') continue;
      const check = known[name];
      if (!check) report(`invalid additional property: ${name}`, at);
      else if (field !== null || needs[name] === undefined) check(field, `${at}/${name}`, report);
    }
    also?.(value, at, report);
  };
}

/** An object whose `type` says which check it must pass. */
export function byType(checks: Readonly<Record<string, Check>>): Check {
  return (value, at, report) => {
    if (!isObject(value)) return report('must be an object', at);
    const type = value.type;
    if (typeof type !== 'string') return report('missing required field: type', at);
    const check = Object.hasOwn(checks, type) ? checks[type] : undefined;
    if (!check) return report(`unsupported type: ${type}`, at);
    check(value, at, report);
  };
}

/** Anything; for parts whose inside this workspace does not look into. */
export const anything: Check = () => undefined;
