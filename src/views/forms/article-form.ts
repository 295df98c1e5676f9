import type { Field, Form } from '../../chat/form.ts';
import { type ArticleText, audiences, longestTitle } from '../../knowledge/article.ts';
import type { ViewContext } from '../view-context.ts';
import { formTitle, longestInput, options, type ServiceChoice, serviceOptions } from './form-parts.ts';

export interface ArticleFormFacts {
  /** What comes back with the form: which article, and which version of it was seen. */
  readonly value: string;
  readonly isNew: boolean;
  readonly text: Omit<ArticleText, 'state'> & { readonly state?: ArticleText['state'] };
  readonly services: readonly ServiceChoice[];
}

/**
 * An article. Fields: `title`, `body` (Markdown), optional `service`, `audience`, optional `reviewOn` (`YYYY-MM-DD`) and `url`,
 * `publish`: whether questions are answered from it.
 */
export function articleForm({ value, isNew, text, services }: ArticleFormFacts, { words }: ViewContext): Form {
  const say = words.knowledge.articles;
  return {
    id: 'article.keep',
    title: formTitle(isNew ? say.makeTitle : say.editTitle),
    submit: say.submit,
    cancel: words.forms.cancel,
    value,
    fields: [
      { kind: 'text', name: 'title', label: say.title, maxLength: longestTitle, value: text.title },
      { ...bodyField, label: say.body, hint: say.bodyHint, value: text.body },
      ...(services.length > 0 ? [serviceField(services, text.service, words)] : []),
      audienceField(text, words),
      optionalText('reviewOn', say.reviewOn, say.reviewHint, text.reviewOn),
      optionalText('url', say.url, say.urlHint, text.url),
      publishField(text, words),
    ],
  };
}

const bodyField = { kind: 'text', name: 'body', multiline: true, maxLength: longestInput } as const;

type Words = ViewContext['words'];

function audienceField({ audience: value }: ArticleFormFacts['text'], { knowledge }: Words): Field {
  const { audience: label, audiences: called } = knowledge.articles;
  return { kind: 'choice', name: 'audience', label, options: options(audiences, (id) => called[id]), value };
}

function publishField({ state }: ArticleFormFacts['text'], { knowledge }: Words): Field {
  const { publish: label, publishHint: hint } = knowledge.articles;
  return { kind: 'check', name: 'publish', label, hint, optional: true, value: state === 'published' };
}

function serviceField(services: readonly ServiceChoice[], value: string | undefined, words: Words): Field {
  const isKnown = services.some(({ id }) => id === value);
  return {
    kind: 'choice',
    name: 'service',
    label: words.ticket.labels.service,
    optional: true,
    options: serviceOptions(services, words),
    ...(value && isKnown ? { value } : {}),
  };
}

function optionalText(name: string, label: string, hint: string, value: string | undefined): Field {
  const maxLength = name === 'url' ? 1000 : 10;
  return { kind: 'text', name, label, hint, optional: true, maxLength, ...(value ? { value } : {}) };
}
