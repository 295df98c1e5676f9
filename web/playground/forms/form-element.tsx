import type { ReactNode } from 'react';
import type { WireObject } from '../../../playground/page/wire.ts';
import { useDesk } from '../state/desk-context.ts';
import { actors, channelsOf, stringIn, wordsOf } from '../state/reading.ts';
import { type Given, groupsIn, type OptionGroup, optionsIn } from './given.ts';

interface FormElementProps {
  readonly element: WireObject;
  readonly id: string;
  readonly label: string;
  /** Left out where a choice acts at once and nothing stays chosen. */
  readonly value?: Given;
  readonly onChange: (given: Given) => void;
  readonly describedBy?: string;
  readonly isWrong?: boolean;
}

/** Draws whatever one can type or choose in. */
export function FormElement(props: FormElementProps): ReactNode {
  const { element } = props;
  switch (element.type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return <TextInput {...props} />;
    case 'static_select':
      return <Select {...props} groups={groupsIn(element)} />;
    case 'users_select':
      return <PeopleSelect {...props} />;
    case 'channels_select':
    case 'conversations_select':
      return <ChannelSelect {...props} />;
    case 'checkboxes':
    case 'radio_buttons':
      return <Boxes {...props} isOne={element.type === 'radio_buttons'} />;
    case 'datepicker':
      return <DateInput {...props} type="date" />;
    case 'timepicker':
      return <DateInput {...props} type="time" />;
    default:
      return <p className="unknown">This page cannot draw an element of the type {stringIn(element.type)}.</p>;
  }
}

function shared({ id, label, describedBy, isWrong }: FormElementProps) {
  return {
    id,
    'aria-label': label,
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
    ...(isWrong ? { 'aria-invalid': true } : {}),
  };
}

const one = (given: Given | undefined): string => (typeof given === 'string' ? given : '');

function TextInput(props: FormElementProps) {
  const { element, value, onChange } = props;
  const common = {
    ...shared(props),
    value: one(value),
    placeholder: wordsOf(element.placeholder),
    ...(typeof element.max_length === 'number' ? { maxLength: element.max_length } : {}),
  };
  if (element.multiline === true)
    return <textarea {...common} rows={4} onChange={({ target }) => onChange(target.value)} />;
  return <input {...common} type="text" onChange={({ target }) => onChange(target.value)} />;
}

function Select(props: FormElementProps & { groups: readonly OptionGroup[] }) {
  const { groups, value, onChange, label } = props;
  const nothing = wordsOf(props.element.placeholder) || `Choose: ${label.toLowerCase()}`;
  return (
    <select {...shared(props)} value={one(value)} onChange={({ target }) => onChange(target.value || null)}>
      <option value="">{nothing.length > 50 ? 'Choose' : nothing}</option>
      {groups.map((group) => {
        const options = group.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.description ? `${option.label} – ${option.description}` : option.label}
          </option>
        ));
        return group.label ? (
          <optgroup key={group.label} label={group.label}>
            {options}
          </optgroup>
        ) : (
          options
        );
      })}
    </select>
  );
}

function PeopleSelect(props: FormElementProps) {
  const { state } = useDesk();
  const options = actors(state).map(({ id, realName, role }) => ({ value: id, label: realName, description: role }));
  return <Select {...props} groups={[{ label: '', options }]} />;
}

function ChannelSelect(props: FormElementProps) {
  const { state, me } = useDesk();
  const options = channelsOf(state, me.id).map(({ id, name }) => ({ value: id, label: `#${name}`, description: '' }));
  return <Select {...props} groups={[{ label: '', options }]} />;
}

function Boxes(props: FormElementProps & { isOne: boolean }) {
  const { element, id, value, onChange, isOne } = props;
  const chosen = typeof value === 'string' ? [value] : (value ?? []);
  const toggle = (option: string, isOn: boolean) => {
    if (isOne) onChange(option);
    else onChange(isOn ? [...chosen, option] : chosen.filter((each) => each !== option));
  };
  return (
    <fieldset className="boxes" aria-labelledby={`${id}-label`}>
      {optionsIn(element).map((option) => (
        <label key={option.value}>
          <input
            type={isOne ? 'radio' : 'checkbox'}
            name={id}
            checked={chosen.includes(option.value)}
            onChange={({ target }) => toggle(option.value, target.checked)}
          />
          <span>
            {option.label}
            {option.description && <small>{option.description}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function DateInput(props: FormElementProps & { type: 'date' | 'time' }) {
  const { type, value, onChange } = props;
  return (
    <input
      {...shared(props)}
      type={type}
      value={one(value)}
      onChange={({ target }) => onChange(target.value || null)}
    />
  );
}
