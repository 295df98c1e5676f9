import { createContext, useContext } from 'react';
import type { Given } from './given.ts';

/** What stands in a form's inputs, by block_id, and what is wrong there. */
export interface FormState {
  readonly values: Readonly<Record<string, Given>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly set: (block: string, given: Given) => void;
}

export const FormContext = createContext<FormState>({ values: {}, errors: {}, set: () => {} });

export const useForm = (): FormState => useContext(FormContext);
