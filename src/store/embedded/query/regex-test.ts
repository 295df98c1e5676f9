import { BSONRegExp } from 'bson';
import { badValue, CommandError, notSupported } from '../errors.ts';
import { equalValues, textOf, toRegex } from '../values/compare-values.ts';
import { kindOf } from '../values/value-kind.ts';

/**
 * A test for texts that match a regular expression; an equal regular expression matches too.
 * @throws CommandError 51091 when the pattern is not valid
 */
export function regexTest(regex: BSONRegExp): (value: unknown) => boolean {
  const compiled = compileRegex(regex.pattern, regex.options);
  return (value) => {
    const kind = kindOf(value);
    if (kind === 'string' || kind === 'symbol') return compiled.test(textOf(value));
    return kind === 'regex' && equalValues(value, regex);
  };
}

/** MongoDB's pattern and options as JavaScript's; `x` (free spacing) is carried out here. */
export function compileRegex(pattern: string, options: string): RegExp {
  const unknown = [...options].find((option) => !'imsxu'.includes(option));
  if (unknown) throw badValue(`invalid flag in regex options: ${unknown}`);
  const [, inline = '', rest = pattern] = /^\(\?([imsx]+)\)([\s\S]*)$/.exec(pattern) ?? [];
  const flags = new Set([...options, ...inline]);
  const source = flags.has('x') ? withoutSpacing(rest) : rest;
  try {
    return new RegExp(
      source,
      [...flags]
        .filter((flag) => flag !== 'x')
        .concat(flags.has('u') ? [] : ['u'])
        .join(''),
    );
  } catch {
    return compileLenient(source, flags);
  }
}

/** The regular expression of `$regex` with its `$options`, which may stand in either place. */
export function regexOperand(operand: unknown, options: unknown): BSONRegExp {
  const regex = toRegex(operand);
  if (options !== undefined && typeof options !== 'string') throw badValue('$options has to be a string');
  if (regex && options && regex.options) throw new CommandError(51075, 'options set in both $regex and $options');
  if (regex) return new BSONRegExp(regex.pattern, options ?? regex.options);
  if (typeof operand !== 'string') throw badValue('$regex has to be a string');
  return new BSONRegExp(operand, options ?? '');
}

/** The text with which every match of the pattern begins, or undefined when there is none to rely on. */
export function literalPrefix({ pattern, options }: BSONRegExp): string | undefined {
  if (options !== '') return undefined;
  const [, prefix, next] = /^\^([\w\-@:/ ,;=]+)(.?)/.exec(pattern) ?? [];
  if (prefix === undefined || pattern.includes('|')) return undefined;
  // A quantifier makes the last character optional.
  return '*?{'.includes(next ?? '') && next !== '' ? prefix.slice(0, -1) || undefined : prefix;
}

// Patterns that PCRE takes and JavaScript's strict mode does not, such as an escaped hyphen.
function compileLenient(source: string, flags: ReadonlySet<string>): RegExp {
  try {
    return new RegExp(source, [...flags].filter((flag) => 'ims'.includes(flag)).join(''));
  } catch {
    if (/\(\?[>#P|R&]|\\[AzZGKQE]|[*+?}]\+/.test(source)) throw notSupported(`The regular expression ${source}`);
    throw new CommandError(51091, `Regular expression is invalid: ${source}`);
  }
}

function withoutSpacing(pattern: string): string {
  return pattern.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]])*\]|\s+|#.*$/gm, (piece) => (/^[\s#]/.test(piece) ? '' : piece));
}
