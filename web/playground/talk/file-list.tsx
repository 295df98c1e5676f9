import type { WireFile } from '../../../playground/page/wire.ts';

import { Icon } from '../around/icon.tsx';

interface FileListProps {
  readonly files: readonly WireFile[];
  /** The address under which they lie. */
  readonly from: string;
}

/** Files of a message: pictures are shown, others are for download. */
export function FileList({ files, from }: FileListProps) {
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map(({ id, name, mimetype, alt, size }) => (
        <li key={id}>
          <a href={`${from}/${id}`} target="_blank" rel="noopener noreferrer">
            {/^image\/(png|jpeg|gif)$/.test(mimetype) ? (
              <img src={`${from}/${id}`} alt={alt ?? name} />
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
