import { type FormEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { WireObject, WireView } from '../../../playground/page/wire.ts';
import { Dialog } from '../around/dialog.tsx';
import { Blocks } from '../blocks/blocks.tsx';
import { useDesk } from '../state/desk-context.ts';
import { objectIn, stringIn } from '../state/reading.ts';
import { FormContext } from './form-context.ts';
import { type Given, givenIn, isEmpty } from './given.ts';

/** The form on top of those that lie open before the person. */
export function Modal({ view, below }: { view: WireView; below: number }) {
  const { act } = useDesk();
  const [typed, setTyped] = useState<Readonly<Record<string, Given>>>({});
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const values = useMemo(() => ({ ...firstValues(view), ...typed }), [view, typed]);
  const context = useMemo(
    () => ({
      values,
      errors: { ...view.errors, ...found },
      set: (block: string, given: Given) => setTyped((known) => ({ ...known, [block]: given })),
    }),
    [values, view.errors, found],
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const missing = missingIn(view, values);
    setFound(missing);
    if (Object.keys(missing).length > 0) return focusFirst(form.current, missing);
    setBusy(true);
    const { errors = {} } = await act({ do: 'submit', view: view.id, values: forSlack(values) });
    setBusy(false);
    focusFirst(form.current, errors);
  };
  const sendOnKeys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  };
  return (
    <Dialog title={view.title} onClose={() => void act({ do: 'close', view: view.id })}>
      <form
        ref={form}
        className="modal-form"
        noValidate
        onSubmit={(event) => void submit(event)}
        onKeyDown={sendOnKeys}
      >
        <div className="dialog-body">
          {below > 0 && <p className="stacked">On top of {below === 1 ? 'another form' : `${below} other forms`}</p>}
          <FormContext value={context}>
            <Blocks blocks={view.blocks} surface={{ view: view.id }} />
          </FormContext>
        </div>
        <div className="dialog-foot">
          <button type="button" className="button" onClick={() => void act({ do: 'close', view: view.id })}>
            {view.close}
          </button>
          {view.submit && (
            <button type="submit" className="button primary" aria-busy={isBusy}>
              {view.submit}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

function inputsOf(view: WireView): readonly WireObject[] {
  return view.blocks.filter(({ type }) => type === 'input');
}

function firstValues(view: WireView): Record<string, Given> {
  return Object.fromEntries(
    inputsOf(view).map((block) => {
      const name = stringIn(block.block_id);
      const action = stringIn(objectIn(block.element).action_id);
      return [name, givenIn(view.values[name]?.[action] ?? {})];
    }),
  );
}

/** What Slack itself would not send. */
function missingIn(view: WireView, values: Readonly<Record<string, Given>>): Record<string, string> {
  const missing = inputsOf(view).filter((block) => {
    return block.optional !== true && isEmpty(values[stringIn(block.block_id)]);
  });
  return Object.fromEntries(missing.map((block) => [stringIn(block.block_id), 'Please fill this in.']));
}

function forSlack(values: Readonly<Record<string, Given>>): Record<string, string | string[] | null> {
  return Object.fromEntries(
    Object.entries(values).map(([name, given]) => [name, typeof given === 'string' ? given : given && [...given]]),
  );
}

function focusFirst(form: HTMLElement | null, errors: Readonly<Record<string, string>>): void {
  const fields = [...(form?.querySelectorAll<HTMLElement>('[data-block]') ?? [])];
  const wrong = fields.find(({ dataset }) => dataset.block !== undefined && dataset.block in errors);
  wrong?.querySelector<HTMLElement>('input, select, textarea')?.focus();
}
