import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { limits } from '../../../playground/slack/block-kit/limits.ts';
import { commonErrors } from '../../../playground/slack/facts/common-errors.ts';
import { argumentsOf, methodFacts } from '../../../playground/slack/facts/method-facts.ts';
import { words } from '../../../playground/slack/facts/words.ts';
import { methods } from '../../../playground/slack/web-api/call-method.ts';

const published = new URL('../../../../shared/platform/', import.meta.url);
const isHere = existsSync(published);
if (!isHere) console.warn(`Not compared with the published facts: ${published.pathname} is not there.`);
const compare = isHere ? describe : describe.skip;

interface PublishedMethod {
  readonly args: Readonly<Record<string, { readonly type?: string; readonly required: boolean }>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly scopes: { readonly bot?: readonly { readonly name: string }[] };
  readonly rate_limit: { readonly label: string };
}

function read<Content>(path: string): Content {
  return JSON.parse(readFileSync(new URL(path, published), 'utf8')) as Content;
}

describe('the facts about methods', () => {
  it('cover exactly the methods that are played', () => {
    expect(Object.keys(methodFacts).sort()).toEqual(Object.keys(methods).sort());
  });
});

compare('the facts carried over', () => {
  it.each(Object.entries(methodFacts))('say of %s what its reference page says', (name, facts) => {
    const page = read<PublishedMethod>(`slack-methods/${name}.json`);
    const args = Object.entries(page.args).map(([arg, { type = 'any', required }]) => ({ name: arg, type, required }));
    expect(argumentsOf(facts)).toEqual(args);
    expect(words(facts.errors)).toEqual(Object.keys(page.errors));
    expect(words(facts.scopes)).toEqual((page.scopes.bot ?? []).map((scope) => scope.name));
    expect(facts.perMinute).toBe(Number(/(\d+)\+/.exec(page.rate_limit.label)?.[1]) || undefined);
  });

  it('name the errors with which every method can answer', () => {
    expect(commonErrors).toEqual(Object.keys(read<object>('slack-methods/_common_errors.json')));
  });

  it.each(Object.entries(limits))("give Block Kit's limit of %s as published", (name, limit) => {
    const page = read<Record<string, unknown>>('block-kit-limits.json');
    expect(limit).toEqual(page[name]);
  });
});
