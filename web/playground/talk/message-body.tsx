import { useState } from 'react';
import type { WireMessage } from '../../../playground/page/wire.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { Mrkdwn } from '../blocks/mrkdwn.tsx';

/** Longer texts are folded at first, in characters. */
const foldedFrom = 2500;

/** What a message says. */
export function MessageBody({ message }: { message: WireMessage }) {
  const { text, blocks, channel, ts, isEdited } = message;
  const [isOpen, setOpen] = useState(false);
  const isLong = text.length > foldedFrom;
  return (
    <div className="message-body">
      <div className={isLong && !isOpen ? 'folded' : undefined}>
        {blocks.length > 0 ? <Blocks blocks={blocks} surface={{ channel, ts }} /> : <Mrkdwn text={text} />}
      </div>
      {isLong && (
        <button type="button" className="link-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Show less' : `Show all ${text.length.toLocaleString('en')} characters`}
        </button>
      )}
      {isEdited && <span className="edited">edited</span>}
    </div>
  );
}
