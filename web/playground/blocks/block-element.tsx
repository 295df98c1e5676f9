import { type ReactNode, useState } from 'react';
import type { WireObject } from '../../../playground/page/wire.ts';
import { Dialog } from '../around/dialog.tsx';
import { MenuButton } from '../around/menu-button.tsx';
import { FormElement } from '../forms/form-element.tsx';
import { useDesk } from '../state/desk-context.ts';
import { objectIn, objectsIn, stringIn, wordsOf } from '../state/reading.ts';
import { Picture } from './blocks.tsx';
import { useSurface } from './surface.ts';

/** Something one can use outside a form: a button, a menu, a select. */
export function BlockElement({ element }: { element: WireObject }): ReactNode {
  switch (element.type) {
    case 'button':
      return <BlockButton element={element} />;
    case 'overflow':
      return <Overflow element={element} />;
    case 'image':
      return <Picture image={element} />;
    default:
      return <Picker element={element} />;
  }
}

function BlockButton({ element }: { element: WireObject }) {
  const { act } = useDesk();
  const on = useSurface();
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const click = async () => {
    setAsking(false);
    setBusy(true);
    await act({ do: 'click', on, action: stringIn(element.action_id) });
    setBusy(false);
  };
  return (
    <>
      <button
        type="button"
        className={`button ${stringIn(element.style)}`}
        aria-busy={isBusy}
        onClick={() => (isBusy ? undefined : element.confirm ? setAsking(true) : void click())}
      >
        {wordsOf(element)}
      </button>
      {isAsking && (
        <Confirm confirm={objectIn(element.confirm)} onYes={() => void click()} onNo={() => setAsking(false)} />
      )}
    </>
  );
}

function Confirm({ confirm, onYes, onNo }: { confirm: WireObject; onYes: () => void; onNo: () => void }) {
  return (
    <Dialog title={wordsOf(confirm.title)} onClose={onNo} isSmall>
      <div className="dialog-body">
        <p className="words">{wordsOf(confirm.text)}</p>
      </div>
      <div className="dialog-foot">
        <button type="button" className="button" onClick={onNo}>
          {wordsOf(confirm.deny) || 'Cancel'}
        </button>
        <button type="button" className={`button ${confirm.style === 'danger' ? 'danger' : 'primary'}`} onClick={onYes}>
          {wordsOf(confirm.confirm) || 'Yes'}
        </button>
      </div>
    </Dialog>
  );
}

function Overflow({ element }: { element: WireObject }) {
  const { act } = useDesk();
  const on = useSurface();
  const items = objectsIn(element.options).map((option) => {
    const choice = stringIn(option.value);
    const pick = () => void act({ do: 'pick', on, action: stringIn(element.action_id), choice });
    return { label: wordsOf(option), pick };
  });
  return <MenuButton label="More actions" items={items} className="button more" />;
}

/** A select that acts as soon as something is picked. */
function Picker({ element }: { element: WireObject }) {
  const { act } = useDesk();
  const on = useSurface();
  const pick = (choice: string | readonly string[] | null) =>
    void act({
      do: 'pick',
      on,
      action: stringIn(element.action_id),
      choice: typeof choice === 'object' ? choice && [...choice] : choice,
    });
  return (
    <FormElement
      element={element}
      id={stringIn(element.action_id)}
      label={wordsOf(element.placeholder) || 'Choose'}
      onChange={pick}
    />
  );
}
