import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { moveFocus } from './move-focus.ts';

export interface MenuItem {
  readonly label: string;
  readonly pick: () => void;
  readonly isDangerous?: boolean;
}

interface MenuButtonProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly className: string;
  readonly children?: ReactNode;
}

/** A button that opens a menu: arrow keys move in it, Esc or a click elsewhere closes it. */
export function MenuButton({ label, items, className, children = '⋯' }: MenuButtonProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  useLayoutEffect(() => {
    if (isOpen && button.current && menu.current) placeBeside(button.current, menu.current);
  }, [isOpen]);
  const choose = (item: MenuItem) => {
    menu.current?.hidePopover();
    button.current?.focus();
    item.pick();
  };
  return (
    <>
      <button
        type="button"
        ref={button}
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        popoverTarget={id}
      >
        {children}
      </button>
      <div
        id={id}
        ref={menu}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        className="menu"
        onToggle={({ newState }) => setOpen(newState === 'open')}
        onKeyDown={moveFocus}
      >
        {isOpen &&
          items.map((item) => (
            <button
              type="button"
              role="menuitem"
              key={item.label}
              className={item.isDangerous ? 'menu-item dangerous' : 'menu-item'}
              onClick={() => choose(item)}
            >
              {item.label}
            </button>
          ))}
      </div>
    </>
  );
}

function placeBeside(button: HTMLElement, menu: HTMLElement): void {
  const box = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const isAbove = box.bottom + height + 8 > innerHeight;
  menu.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, isAbove ? box.top - height - 4 : box.bottom + 4)}px`;
  menu.querySelector('button')?.focus();
}
