import type { WireFile } from '../../../playground/page/wire.ts';

import { Icon } from '../around/icon.tsx';

/** Files of a message: pictures are shown, others are for download. */
export function FileList({ files }: { files: readonly WireFile[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map(({ id, name, mimetype, size }) => (
        <li key={id}>
          <a href={`/playground/api/files/${id}`} target="_blank" rel="noopener noreferrer">
            {/^image\/(png|jpeg|gif)$/.test(mimetype) ? (
              <img src={`/playground/api/files/${id}`} alt={name} />
            ) : (
              <span className="file">
                <Icon name="clip" /> {name} <small>{sizeWords(size)}</small>
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** @param size bytes */
export function sizeWords(size: number): string {
  if (size < 1000) return `${size} B`;
  return size < 1_000_000 ? `${Math.round(size / 1000)} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
}
