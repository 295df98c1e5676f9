import type { FormId } from './actions.ts';
import type { PersonRef } from './refs.ts';
import type { Text } from './text.ts';

/** Everything typed or picked goes through a form: a modal in Slack, a task module in Teams. */
export interface Form {
  readonly id: FormId;
  /** At most 24 characters are shown in Slack. */
  readonly title: string;
  readonly submit: string;
  readonly cancel: string;
  /** What the form is about, given back unchanged with the answer; at most 2,000 characters. */
  readonly value: string;
  readonly fields: readonly Field[];
}

export type Field = TextField | ChoiceField | PersonField | CheckField | NoteField;

interface Input {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

export interface TextField extends Input {
  readonly kind: 'text';
  readonly multiline?: boolean;
  readonly value?: string;
  /** 1 to 3,000 characters. */
  readonly maxLength?: number;
}

/** Any number of options; a renderer groups or searches them where its platform shows only so many. */
export interface ChoiceField extends Input {
  readonly kind: 'choice';
  readonly options: readonly Option[];
  /** Whether one types to find an option, in place of looking through them. */
  readonly isSearched?: boolean;
  readonly value?: string;
}

export interface Option {
  /** At most 140 characters. */
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

export interface PersonField extends Input {
  readonly kind: 'person';
  readonly value?: PersonRef;
}

export interface CheckField extends Input {
  readonly kind: 'check';
  readonly value?: boolean;
}

/** Words between the inputs. */
export interface NoteField {
  readonly kind: 'note';
  readonly text: Text;
}

/** What came back: strings for text, choice and person (trimmed; an empty optional field is absent), booleans for checks. */
export type FormValues = Readonly<Record<string, string | boolean | undefined>>;
