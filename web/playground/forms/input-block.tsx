import { useId } from 'react';
import type { WireObject } from '../../../playground/page/wire.ts';
import { useSurface } from '../blocks/surface.ts';
import { useDesk } from '../state/desk-context.ts';
import { objectIn, stringIn, wordsOf } from '../state/reading.ts';
import { useForm } from './form-context.ts';
import { FormElement } from './form-element.tsx';
import type { Given } from './given.ts';

const groupTypes = ['checkboxes', 'radio_buttons'];

/** An input of a form: label, element, hint, and what is wrong with it. */
export function InputBlock({ block }: { block: WireObject }) {
  const { act } = useDesk();
  const on = useSurface();
  const { values, errors, set } = useForm();
  const id = useId();
  const element = objectIn(block.element);
  const name = stringIn(block.block_id);
  const error = errors[name];
  const hint = wordsOf(block.hint);
  const label = wordsOf(block.label);
  const described = [...(hint ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : [])].join(' ');
  const change = (given: Given) => {
    set(name, given);
    const choice = typeof given === 'string' || given === null ? given : [...given];
    if (block.dispatch_action === true) void act({ do: 'pick', on, action: stringIn(element.action_id), choice });
  };
  const isGroup = groupTypes.includes(stringIn(element.type));
  const words = (
    <>
      {label} {block.optional === true && !isGroup && <span className="optional">optional</span>}
    </>
  );
  return (
    <div className={error ? 'field wrong' : 'field'} data-block={name}>
      {isGroup ? <span id={`${id}-label`}>{words}</span> : <label htmlFor={id}>{words}</label>}
      <FormElement
        element={element}
        id={id}
        label={label}
        value={values[name] ?? null}
        onChange={change}
        describedBy={described}
        isWrong={error !== undefined}
      />
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="error">
          {error}
        </p>
      )}
    </div>
  );
}
