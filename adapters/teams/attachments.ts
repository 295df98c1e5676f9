import type { Attachment } from '../../src/chat/event.ts';
import { type Payload, part, parts, word } from '../../src/chat/payload.ts';

/**
 * What a message carries along: files of a personal chat, and pictures that were pasted. In channels Teams tells a bot
 * of no files. Their size is not told.
 * Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
 */
export function filesOf(tenant: string, activity: Payload): readonly Attachment[] {
  return parts(activity, 'attachments').flatMap((attachment): readonly Attachment[] => {
    const type = word(attachment, 'contentType') ?? '';
    const isFile = type === 'application/vnd.microsoft.teams.file.download.info';
    const url = isFile ? word(part(attachment, 'content'), 'downloadUrl') : word(attachment, 'contentUrl');
    if (!url || !(isFile || type.startsWith('image/')) || !URL.canParse(url)) return [];
    const ending = word(part(attachment, 'content'), 'fileType')?.toLowerCase() ?? '';
    const mimeType = isFile
      ? (mimeTypes[ending] ?? 'application/octet-stream')
      : type === 'image/*'
        ? 'image/png'
        : type;
    return [
      {
        ref: fileRef(tenant, url),
        name: word(attachment, 'name') ?? (isFile ? 'file' : 'image.png'),
        mimeType,
        bytes: 0,
      },
    ];
  });
}

/** A file's address as a reference. */
export const fileRef = (tenant: string, url: string): string => `teams:${tenant}/file/${encodeURIComponent(url)}`;

/** @throws RangeError when it is no file of Teams */
export function fileAddress(ref: string): { readonly tenant: string; readonly url: string } {
  const [, tenant, url] = /^teams:([^/]+)\/file\/(.+)$/.exec(ref) ?? [];
  if (!tenant || !url) throw new RangeError(`"${ref}" is no file in Teams`);
  return { tenant, url: decodeURIComponent(url) };
}

const mimeTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  log: 'text/plain',
  pdf: 'application/pdf',
  png: 'image/png',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};
