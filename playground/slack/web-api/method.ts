import type { JsonObject } from '../json.ts';
import type { Parts } from '../parts.ts';
import type { Args } from './arguments.ts';

/** What a method answers beside `ok: true`; it throws SlackError to refuse. */
export type Method = (args: Args, slack: Parts) => JsonObject;

/** The methods of one family, by their full names. */
export type Methods = Readonly<Record<string, Method>>;
