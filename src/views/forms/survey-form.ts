import type { Form } from '../../chat/form.ts';
import { type Question, questionValue } from '../../surveys/question.ts';
import { longestComment, type Survey } from '../../surveys/survey.ts';
import type { ViewContext } from '../view-context.ts';
import { formTitle } from './form-parts.ts';

/** A comment on how it went. Fields: `comment`. */
export function surveyForm(question: Question, given: Survey | undefined, context: ViewContext): Form {
  const { surveys, forms } = context.words;
  const isAnonymous = question.token !== undefined;
  const comment = given?.comment;
  return {
    id: 'survey.comment',
    title: formTitle(surveys.addComment),
    submit: surveys.send,
    cancel: forms.cancel,
    value: questionValue(question),
    fields: [
      {
        kind: 'text',
        name: 'comment',
        label: surveys.commentLabel,
        hint: isAnonymous ? surveys.commentHintAnonymous : surveys.commentHint,
        multiline: true,
        maxLength: longestComment,
        ...(comment ? { value: comment } : {}),
      },
    ],
  };
}
