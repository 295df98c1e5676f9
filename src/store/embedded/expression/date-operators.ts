import { Long, ObjectId, Timestamp } from 'bson';
import { CommandError } from '../errors.ts';
import { type Document, isDocument } from '../values/document.ts';
import { isWhole, toDouble } from '../values/numbers.ts';
import { isNumeric, kindOf } from '../values/value-kind.ts';
import { type Calendar, calendarOf } from './calendar.ts';
import { formatDate, parseDate } from './date-text.ts';
import { addUnits, type DateUnit, dateUnits, truncateTo, unitsBetween } from './date-units.ts';
import { type Evaluate, isNullish, type OperatorCompiler, type Variables } from './evaluate.ts';
import { namedArguments } from './named-arguments.ts';
import { instantOf } from './zone-offset.ts';

/** Operators that read, write and take apart one date. */
export const dateOperators: Record<string, OperatorCompiler> = {
  $year: part((at) => at.year),
  $month: part((at) => at.month),
  $dayOfMonth: part((at) => at.day),
  $dayOfYear: part((at) => at.dayOfYear),
  $dayOfWeek: part((at) => at.dayOfWeek),
  $hour: part((at) => at.hour),
  $minute: part((at) => at.minute),
  $second: part((at) => at.second),
  $millisecond: part((at) => at.millisecond),
  $week: part((at) => at.week),
  $isoWeek: part((at) => at.isoWeek),
  $isoWeekYear: part((at) => Long.fromNumber(at.isoWeekYear)),
  $isoDayOfWeek: part((at) => at.isoDayOfWeek),
  $dateToString: withNamed(['date', 'format', 'timezone', 'onNull'], ['date'], (args) => {
    if (isNullish(args.date)) return args.onNull ?? null;
    const date = dateOf(args.date);
    const zone = zoneOf(args);
    if (zone === undefined) return null;
    return formatDate(
      date,
      String(args.format ?? (zone === 'UTC' ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L')),
      zone,
    );
  }),
  $dateFromString: withNamed(['dateString', 'format', 'timezone', 'onNull', 'onError'], ['dateString'], (args) => {
    if (isNullish(args.dateString)) return args.onNull ?? null;
    if (args.format !== undefined)
      throw new CommandError(115, 'The option format of $dateFromString is not supported by the embedded engine');
    try {
      return parseDate(String(args.dateString), zoneOf(args) ?? 'UTC');
    } catch (cause) {
      if ('onError' in args) return args.onError ?? null;
      throw cause;
    }
  }),
  $dateToParts: withNamed(['date', 'timezone', 'iso8601'], ['date'], (args) => {
    const zone = zoneOf(args);
    return isNullish(args.date) || zone === undefined
      ? null
      : partsOf(calendarOf(dateOf(args.date), zone), args.iso8601 === true);
  }),
  $dateFromParts: withNamed(
    ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond', 'timezone'],
    ['year'],
    (args) => {
      const { year, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0 } = args;
      const numbers = [year, month, day, hour, minute, second, millisecond];
      const zone = zoneOf(args);
      if (numbers.some(isNullish) || zone === undefined) return null;
      const [y = 0, mo = 1, ...rest] = numbers.map((value) => toDouble(value));
      return new Date(instantOf(zone, Date.UTC(y, mo - 1, ...(rest as [number, number, number, number, number]))));
    },
  ),
};

/** Operators that reckon with dates in calendar units. */
export const binaryDateOperators: Record<string, OperatorCompiler> = {
  $dateAdd: withNamed(['startDate', 'unit', 'amount', 'timezone'], ['startDate', 'unit', 'amount'], (args) =>
    shifted(args, 1),
  ),
  $dateSubtract: withNamed(['startDate', 'unit', 'amount', 'timezone'], ['startDate', 'unit', 'amount'], (args) =>
    shifted(args, -1),
  ),
  $dateDiff: withNamed(
    ['startDate', 'endDate', 'unit', 'timezone', 'startOfWeek'],
    ['startDate', 'endDate', 'unit'],
    (args) => {
      const zone = zoneOf(args);
      if (isNullish(args.startDate) || isNullish(args.endDate) || isNullish(args.unit) || zone === undefined)
        return null;
      const [from, to] = [dateOf(args.startDate), dateOf(args.endDate)];
      return Long.fromNumber(
        unitsBetween(from, to, { unit: unitOf(args.unit), zone, startOfWeek: String(args.startOfWeek ?? 'sunday') }),
      );
    },
  ),
  $dateTrunc: withNamed(['date', 'unit', 'binSize', 'timezone', 'startOfWeek'], ['date', 'unit'], (args) => {
    const zone = zoneOf(args);
    if (isNullish(args.date) || isNullish(args.unit) || zone === undefined) return null;
    const binSize = toDouble(args.binSize ?? 1);
    if (!(binSize >= 1) || !Number.isInteger(binSize))
      throw new CommandError(5439018, '$dateTrunc requires binSize to be a positive whole number');
    return truncateTo(dateOf(args.date), {
      unit: unitOf(args.unit),
      binSize,
      zone,
      startOfWeek: String(args.startOfWeek ?? 'sunday'),
    });
  }),
};

function part(read: (at: Calendar) => unknown): OperatorCompiler {
  return (operand, compile) => {
    const named =
      isDocument(operand) && 'date' in operand
        ? operand
        : { date: Array.isArray(operand) && operand.length === 1 ? operand[0] : operand };
    const args = compileArguments(named, compile);
    return (variables) => {
      const { date, timezone } = args(variables);
      const zone = zoneOf(timezone === undefined && !('timezone' in named) ? {} : { timezone });
      return isNullish(date) || zone === undefined ? null : read(calendarOf(dateOf(date), zone));
    };
  };
}

function withNamed(
  known: readonly string[],
  required: readonly string[],
  compute: (args: Document) => unknown,
): OperatorCompiler {
  return (operand, compile, { name }) => {
    const args = compileArguments(namedArguments(name, operand, known, required), compile);
    return (variables) => compute(args(variables));
  };
}

function compileArguments(named: Document, compile: (part: unknown) => Evaluate): (variables: Variables) => Document {
  const parts = Object.entries(named).map(([field, part]) => [field, compile(part)] as const);
  return (variables) => Object.fromEntries(parts.map(([field, evaluate]) => [field, evaluate(variables)]));
}

function dateOf(value: unknown): Date {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  if (value instanceof Timestamp) return new Date(value.t * 1000);
  throw new CommandError(16006, `can't convert from BSON type ${kindOf(value)} to Date`);
}

/** The zone of an operator; undefined when it is given and null, which makes the result null. */
function zoneOf(args: Document): string | undefined {
  if (!('timezone' in args)) return 'UTC';
  if (isNullish(args.timezone)) return undefined;
  if (typeof args.timezone !== 'string')
    throw new CommandError(40517, `timezone must evaluate to a string, found ${kindOf(args.timezone)}`);
  return args.timezone;
}

function unitOf(unit: unknown): DateUnit {
  const found = dateUnits.find((known) => known === unit);
  if (!found) throw new CommandError(9, `unknown time unit value: ${String(unit)}`);
  return found;
}

function shifted(args: Document, sign: 1 | -1): Date | null {
  const zone = zoneOf(args);
  if (isNullish(args.startDate) || isNullish(args.unit) || isNullish(args.amount) || zone === undefined) return null;
  if (!isNumeric(args.amount) || !isWhole(args.amount))
    throw new CommandError(5166405, '$dateAdd expects integer amount of time units');
  return addUnits(dateOf(args.startDate), unitOf(args.unit), sign * toDouble(args.amount), zone);
}

function partsOf(at: Calendar, isIso: boolean): Document {
  const { hour, minute, second, millisecond } = at;
  const clock = { hour, minute, second, millisecond };
  if (isIso) return { isoWeekYear: at.isoWeekYear, isoWeek: at.isoWeek, isoDayOfWeek: at.isoDayOfWeek, ...clock };
  return { year: at.year, month: at.month, day: at.day, ...clock };
}
