import { chatMethods } from './chat-methods.ts';
import { conversationsMethods } from './conversations-methods.ts';
import { otherMethods } from './other-methods.ts';
import { peopleMethods } from './people-methods.ts';
import { words } from './words.ts';

/** One method of the Web API, written shortly. */
export interface MethodFacts {
  /** Names with `!` where required and `:type` where it is not text (`any` is JSON of some shape). */
  readonly args: string;
  /** The error codes beyond those that every method can answer with. */
  readonly errors: string;
  /** Scopes of a bot token, any one of which lets the call through; empty when none is needed. */
  readonly scopes: string;
  /** Calls a minute in the method's tier; undefined where Slack has a rule of its own. */
  readonly perMinute: number | undefined;
}

/** An argument of a method. */
export interface ArgumentFacts {
  readonly name: string;
  readonly required: boolean;
  readonly type: string;
}

/** Every method that this workspace answers. */
export const methodFacts: Readonly<Record<string, MethodFacts>> = {
  ...chatMethods,
  ...conversationsMethods,
  ...peopleMethods,
  ...otherMethods,
};

/** The arguments of a method as data. */
export function argumentsOf(facts: MethodFacts): readonly ArgumentFacts[] {
  return words(facts.args).map((word) => {
    const [named = '', type = 'string'] = word.split(':');
    return { name: named.replace('!', ''), required: named.endsWith('!'), type };
  });
}
