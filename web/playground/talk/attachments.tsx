import { useRef } from 'react';
import { Icon } from '../around/icon.tsx';
import { useDesk } from '../state/desk-context.ts';
import { sizeWords } from './file-list.tsx';

/** A file that is to be sent. */
export type Chosen = File;

/** Bytes that the playground takes of one file. */
const largest = 5_000_000;

export function AttachButton({ onChoose }: { onChoose: (files: readonly Chosen[]) => void }) {
  const { complain } = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const take = (chosen: readonly File[]) => {
    const tooLarge = chosen.find(({ size }) => size > largest);
    if (tooLarge) complain(`${tooLarge.name} is larger than ${sizeWords(largest)}.`);
    onChoose(chosen.filter(({ size }) => size <= largest));
    if (input.current) input.current.value = '';
  };
  return (
    <>
      <button
        type="button"
        className="icon-button"
        title="Attach a file"
        aria-label="Attach a file"
        onClick={() => input.current?.click()}
      >
        <Icon name="clip" />
      </button>
      <input ref={input} type="file" multiple hidden onChange={({ target }) => take([...(target.files ?? [])])} />
    </>
  );
}

export function Attachments({ files, onRemove }: { files: readonly Chosen[]; onRemove: (file: Chosen) => void }) {
  if (files.length === 0) return null;
  return (
    <ul className="attachments" aria-label="Files to send">
      {files.map((file) => (
        <li key={`${file.name}/${file.lastModified}/${file.size}`}>
          <Icon name="clip" /> <span>{file.name}</span> <small>{sizeWords(file.size)}</small>
          <button
            type="button"
            className="icon-button"
            aria-label={`Remove ${file.name}`}
            onClick={() => onRemove(file)}
          >
            ✕
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The files' bytes, as the server takes them. */
export function readFiles(files: readonly Chosen[]): Promise<{ name: string; base64: string }[]> {
  return Promise.all(
    files.map(async (file) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      let binary = '';
      for (let at = 0; at < bytes.length; at += 0x8000)
        binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
      return { name: file.name, base64: btoa(binary) };
    }),
  );
}
