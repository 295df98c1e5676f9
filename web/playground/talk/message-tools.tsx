import { useState } from 'react';
import type { WireMessage } from '../../../playground/page/wire.ts';
import { Dialog } from '../around/dialog.tsx';
import { Icon } from '../around/icon.tsx';
import { MenuButton, type MenuItem } from '../around/menu-button.tsx';
import { useDesk } from '../state/desk-context.ts';

interface MessageToolsProps {
  readonly message: WireMessage;
  readonly isInThread: boolean;
  readonly onEdit: () => void;
}

/** What one can do with a message: they show under the pointer and with the focus. */
export function MessageTools({ message, isInThread, onEdit }: MessageToolsProps) {
  const { act, go, me, route } = useDesk();
  const [isDeleting, setDeleting] = useState(false);
  const { channel, ts, user, thread } = message;
  const hasTicket = message.reactions.some(({ name, users }) => name === 'ticket' && users.includes(me.id));
  const react = () => void act({ do: hasTicket ? 'unreact' : 'react', channel, ts, emoji: 'ticket' });
  const reply = () => go({ ...route, place: channel, thread: thread ?? ts });
  const own: readonly MenuItem[] = [
    { label: 'Edit', pick: onEdit },
    { label: 'Delete', pick: () => setDeleting(true), isDangerous: true },
  ];
  const items: readonly MenuItem[] = [
    { label: 'Raise as issue', pick: () => void act({ do: 'raise', channel, ts }) },
    { label: hasTicket ? 'Take 🎫 away' : 'React with 🎫', pick: react },
    ...(isInThread ? [] : [{ label: 'Reply in thread', pick: reply }]),
    ...(user === me.id ? own : []),
  ];
  return (
    <div className="tools">
      <button type="button" className="tool quick" title="React with 🎫" aria-label="React with 🎫" onClick={react}>
        🎫
      </button>
      {!isInThread && (
        <button
          type="button"
          className="tool quick"
          title="Reply in thread"
          aria-label="Reply in thread"
          onClick={reply}
        >
          <Icon name="talk" />
        </button>
      )}
      <MenuButton label="More about this message" items={items} className="tool" />
      {isDeleting && (
        <Dialog title="Delete this message?" onClose={() => setDeleting(false)} isSmall>
          <div className="dialog-body">
            <p>It disappears for everyone. What the desk made of it stays.</p>
          </div>
          <div className="dialog-foot">
            <button type="button" className="button" onClick={() => setDeleting(false)}>
              Keep it
            </button>
            <button type="button" className="button danger" onClick={() => void act({ do: 'delete', channel, ts })}>
              Delete
            </button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
