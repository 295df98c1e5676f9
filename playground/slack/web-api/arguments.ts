import { type ArgumentFacts, argumentsOf, type MethodFacts } from '../facts/method-facts.ts';
import { type Json, type JsonObject, parsed } from '../json.ts';
import { refusalWith, SlackError } from '../slack-error.ts';

/** The arguments of one call, after they were held against what the method takes. */
export class Args {
  readonly #values: JsonObject;

  /**
   * @param isForm everything came as text, as from a form; lists and objects are JSON inside it
   * @throws SlackError invalid_arguments that names every unknown, missing or ill-typed argument
   */
  constructor(given: JsonObject, facts: MethodFacts, isForm: boolean) {
    const known = argumentsOf(facts);
    const faults = [
      ...unknownIn(given, known),
      ...known.filter((one) => one.required && isAbsent(given[one.name])).map(missing),
      ...known.flatMap((one) => illTyped(one, given[one.name], isForm)),
    ];
    if (faults.length > 0) throw refusalWith('invalid_arguments', faults);
    this.#values = given;
  }

  /** The text of an argument; the empty text when it was not given. */
  text(name: string): string {
    const value = this.#values[name];
    return value === undefined || value === null ? '' : String(value);
  }

  /** Says whether it was given at all, be it empty. */
  has(name: string): boolean {
    return this.#values[name] !== undefined && this.#values[name] !== null;
  }

  flag(name: string): boolean {
    return ['true', '1'].includes(this.text(name));
  }

  number(name: string, otherwise: number): number {
    return this.text(name) === '' ? otherwise : Number(this.text(name));
  }

  /** The comma-separated or listed ids of an argument. */
  list(name: string): readonly string[] {
    const value = this.json(name);
    const list = Array.isArray(value) ? value.map(String) : this.text(name).split(',');
    return list.map((one) => one.trim()).filter((one) => one !== '');
  }

  /** What an argument says as JSON; undefined when it is absent or no JSON. */
  json(name: string): Json | undefined {
    const value = this.#values[name];
    return typeof value === 'string' ? parsed(value) : value;
  }

  /**
   * The objects of a list that must be one.
   * @throws SlackError with the code when it is anything else
   */
  objects(name: string, code: string): readonly JsonObject[] | undefined {
    if (!this.has(name) || this.text(name) === '') return undefined;
    const value = this.json(name);
    if (!Array.isArray(value) || value.some((one) => typeof one !== 'object' || one === null || Array.isArray(one))) {
      throw new SlackError(code);
    }
    return value as readonly JsonObject[];
  }
}

// Slack's own SDK adds it to every call that answers an event.
const everywhere = ['team_id'];

function unknownIn(given: JsonObject, known: readonly ArgumentFacts[]): readonly string[] {
  const names = [...everywhere, ...known.map((one) => one.name)];
  return Object.keys(given)
    .filter((name) => !names.includes(name) && given[name] !== undefined)
    .map((name) => `unknown argument: ${name}`);
}

function missing(argument: ArgumentFacts): string {
  return `missing required field: ${argument.name}`;
}

function illTyped({ name, type }: ArgumentFacts, value: Json | undefined, isForm: boolean): readonly string[] {
  if (isAbsent(value)) return [];
  const fault = `must be a valid ${type} [json-pointer:/${name}]`;
  if (type === 'boolean') return /^(true|false|0|1)$/.test(String(value)) ? [] : [fault];
  if (type === 'integer' || type === 'number') return /^-?\d+(\.\d+)?$/.test(String(value)) ? [] : [fault];
  if (type === 'string' && !isForm) return typeof value === 'object' && !jsonInText.includes(name) ? [fault] : [];
  return [];
}

// Documented as text because a form carries them so; a JSON body may hold them as they are.
const jsonInText = ['blocks', 'attachments', 'files', 'users', 'channels', 'types'];

function isAbsent(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '';
}
