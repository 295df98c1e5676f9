import { CommandError } from '../errors.ts';
import { compileRegex } from '../query/regex-test.ts';
import { compareStrings, textOf, toRegex } from '../values/compare-values.ts';
import { toDouble } from '../values/numbers.ts';
import { isNumeric, kindOf } from '../values/value-kind.ts';
import { toText } from './conversion-operators.ts';
import { isNullish, type OperatorCompiler, type ValueOperator } from './evaluate.ts';
import { namedArguments } from './named-arguments.ts';

const any = Number.POSITIVE_INFINITY;

/** Operators on texts that only need their arguments' values. */
export const stringOperators: Record<string, ValueOperator> = {
  $concat: { takes: [0, any], compute: concat },
  $toLower: { takes: [1, 1], compute: ([value]) => asciiCase(toText(value) ?? '', (text) => text.toLowerCase()) },
  $toUpper: { takes: [1, 1], compute: ([value]) => asciiCase(toText(value) ?? '', (text) => text.toUpperCase()) },
  $strLenCP: { takes: [1, 1], compute: ([value]) => [...needText('$strLenCP', value, 34471)].length },
  $strLenBytes: { takes: [1, 1], compute: ([value]) => Buffer.byteLength(needText('$strLenBytes', value, 34473)) },
  $substrCP: {
    takes: [3, 3],
    compute: ([value, start, length]) => substring([...(toText(value) ?? '')], start, length).join(''),
  },
  $substrBytes: { takes: [3, 3], compute: substringOfBytes },
  $substr: { takes: [3, 3], compute: substringOfBytes },
  $split: { takes: [2, 2], compute: split },
  $strcasecmp: {
    takes: [2, 2],
    compute: ([a, b]) => Math.sign(compareStrings((toText(a) ?? '').toUpperCase(), (toText(b) ?? '').toUpperCase())),
  },
  $indexOfCP: { takes: [2, 4], compute: (args) => indexOf('$indexOfCP', args, (text) => [...text]) },
  $indexOfBytes: {
    takes: [2, 4],
    compute: (args) => indexOf('$indexOfBytes', args, (text) => [...Buffer.from(text).toString('latin1')]),
  },
};

/** Operators that cut characters off the ends, or put texts in other texts' places. */
export const trimOperators: Record<string, OperatorCompiler> = {
  $trim: trim(true, true),
  $ltrim: trim(true, false),
  $rtrim: trim(false, true),
  $replaceOne: replace((input, find, replacement) => input.replace(find, () => replacement)),
  $replaceAll: replace((input, find, replacement) => input.replaceAll(find, () => replacement)),
};

/** Operators that search by a regular expression. */
export const regexOperators: Record<string, OperatorCompiler> = {
  $regexMatch: regex(
    (matches) => matches.length > 0,
    () => false,
  ),
  $regexFind: regex(
    (matches) => matches[0] ?? null,
    () => null,
  ),
  $regexFindAll: regex(
    (matches) => matches,
    () => [],
  ),
};

function concat(args: readonly unknown[]): unknown {
  if (args.some(isNullish)) return null;
  return args.map((arg) => needText('$concat', arg, 16702)).join('');
}

function needText(name: string, value: unknown, code: number): string {
  const kind = kindOf(value);
  if (kind === 'string' || kind === 'symbol') return textOf(value);
  throw new CommandError(code, `${name} only supports strings, not ${kind}`);
}

// MongoDB changes the case of ASCII letters only.
function asciiCase(text: string, change: (text: string) => string): string {
  return text.replace(/[a-zA-Z]+/g, change);
}

function substring<T>(units: readonly T[], start: unknown, length: unknown): T[] {
  if (!isNumeric(start) || !isNumeric(length))
    throw new CommandError(34450, '$substrCP: the starting index and the length must be numbers');
  const [from, count] = [Math.trunc(toDouble(start)), Math.trunc(toDouble(length))];
  if (from < 0) throw new CommandError(34455, '$substrCP: the starting index must be non-negative integer.');
  return units.slice(from, count < 0 ? undefined : from + count);
}

function substringOfBytes([value, start, length]: readonly unknown[]): unknown {
  if (isNumeric(start) && toDouble(start) < 0) return '';
  const bytes = Buffer.from(toText(value) ?? '');
  const cut = Buffer.from(substring([...bytes], start, length));
  const isBetweenCharacters = cut.length === 0 || ((cut[0] ?? 0) & 0xc0) !== 0x80;
  if (!isBetweenCharacters || cut.toString().endsWith('\ufffd')) {
    throw new CommandError(
      28656,
      '$substrBytes: Invalid range, ending or starting index is in the middle of a UTF-8 character.',
    );
  }
  return cut.toString();
}

function split([value, separator]: readonly unknown[]): unknown {
  if (isNullish(value) || isNullish(separator)) return null;
  const [text, by] = [needText('$split', value, 40085), needText('$split', separator, 40086)];
  if (by === '') throw new CommandError(40087, '$split requires a non-empty separator');
  return text.split(by);
}

function indexOf(
  name: string,
  [value, wanted, start = 0, end]: readonly unknown[],
  unitsOf: (text: string) => string[],
): unknown {
  if (isNullish(value)) return null;
  const units = unitsOf(needText(name, value, 40093));
  const search = unitsOf(needText(name, wanted, 40094));
  const last = end === undefined ? units.length : Math.min(toDouble(end), units.length);
  for (let at = toDouble(start); at + search.length <= last; at += 1) {
    if (search.every((unit, offset) => units[at + offset] === unit)) return at;
  }
  return -1;
}

function trim(left: boolean, right: boolean): OperatorCompiler {
  return (operand, compile, { name }) => {
    const { input, chars } = namedArguments(name, operand, ['input', 'chars'], ['input']);
    const [text, set] = [compile(input), chars === undefined ? () => undefined : compile(chars)];
    return (variables) => {
      const value = text(variables);
      if (isNullish(value)) return null;
      const characters = set(variables);
      if (chars !== undefined && isNullish(characters)) return null;
      return trimmed(
        needText(name, value, 50699),
        characters === undefined ? defaultSpace : [...needText(name, characters, 50700)],
        left,
        right,
      );
    };
  };
}

const defaultSpace = [...'\0\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'];

function trimmed(text: string, characters: readonly string[], left: boolean, right: boolean): string {
  const units = [...text];
  let [from, to] = [0, units.length];
  while (left && from < to && characters.includes(units[from] ?? '')) from += 1;
  while (right && to > from && characters.includes(units[to - 1] ?? '')) to -= 1;
  return units.slice(from, to).join('');
}

function replace(run: (input: string, find: string, replacement: string) => string): OperatorCompiler {
  return (operand, compile, { name }) => {
    const fields = ['input', 'find', 'replacement'];
    const named = namedArguments(name, operand, fields, fields);
    const parts = fields.map((field) => compile(named[field]));
    return (variables) => {
      const values = parts.map((part) => part(variables));
      if (values.some(isNullish)) return null;
      const [input = '', find = '', replacement = ''] = values.map((value) => needText(name, value, 51746));
      return run(input, find, replacement);
    };
  };
}

interface RegexMatch {
  readonly match: string;
  readonly idx: number;
  readonly captures: (string | null)[];
}

function regex(result: (matches: RegexMatch[]) => unknown, none: () => unknown): OperatorCompiler {
  return (operand, compile, { name }) => {
    const {
      input,
      regex: pattern,
      options,
    } = namedArguments(name, operand, ['input', 'regex', 'options'], ['input', 'regex']);
    const [text, search, flags] = [
      compile(input),
      compile(pattern),
      options === undefined ? () => '' : compile(options),
    ];
    return (variables) => {
      const value = text(variables);
      const compiled = compiledRegex(name, search(variables), flags(variables));
      return isNullish(value) || !compiled ? none() : result(matchesIn(needText(name, value, 51104), compiled));
    };
  };
}

function compiledRegex(name: string, pattern: unknown, options: unknown): RegExp | undefined {
  if (isNullish(pattern)) return undefined;
  const given = toRegex(pattern);
  const source = given ? given.pattern : needText(name, pattern, 51105);
  const flags = given?.options || String(options ?? '');
  const compiled = compileRegex(source, flags);
  return new RegExp(compiled.source, `${compiled.flags}g`);
}

function matchesIn(text: string, search: RegExp): RegexMatch[] {
  return Array.from(text.matchAll(search), (match) => ({
    match: match[0],
    idx: [...text.slice(0, match.index)].length,
    captures: match.slice(1).map((capture) => capture ?? null),
  }));
}
