import type { JsonObject } from '../../slack/json.ts';
import { textIn } from '../../slack/json.ts';
import type { TeamsFile } from '../model.ts';
import type { Parts } from '../parts.ts';
import type { Answer } from './answer.ts';
import { type Asked, objectIn } from './asked.ts';
import { badArgument, ConnectorError } from './connector-error.ts';
import { placeIn } from './place-in.ts';

/** `POST …/attachments`: the bot lays bytes down; base64 in `originalBase64`. */
export function uploadAttachment(asked: Asked, teams: Parts): Answer {
  placeIn(asked.params[0] ?? '', teams);
  const { type, name, originalBase64, thumbnailBase64 } = objectIn(asked);
  if (typeof type !== 'string' || typeof originalBase64 !== 'string')
    badArgument('type and originalBase64 are needed.');
  const thumbnail = textIn(thumbnailBase64);
  const file = teams.files.add({
    ...{ name: textIn(name) ?? 'attachment', contentType: type, content: Buffer.from(originalBase64, 'base64') },
    ...(thumbnail === undefined ? {} : { thumbnail: Buffer.from(thumbnail, 'base64') }),
  });
  return { status: 201, body: { id: file.id } };
}

/** `GET /v3/attachments/{id}`: what there is of it. */
export function getAttachmentInfo(asked: Asked, teams: Parts): Answer {
  const file = fileIn(asked, teams);
  const views: readonly JsonObject[] = Object.entries(viewsOf(file)).map(([viewId, { length: size }]) => ({
    viewId,
    size,
  }));
  return { status: 200, body: { name: file.name, type: file.contentType, views } };
}

/** `GET /v3/attachments/{id}/views/{view}`: its bytes, `original` or `thumbnail`. */
export function getAttachment(asked: Asked, teams: Parts): Answer {
  const file = fileIn(asked, teams);
  const bytes = viewsOf(file)[asked.params[1] ?? ''];
  if (!bytes) throw new ConnectorError(404, 'NotFound', 'There is no such view of the attachment.');
  return { status: 200, body: bytes, headers: { 'content-type': file.contentType } };
}

function viewsOf({ content, thumbnail }: TeamsFile): Readonly<Record<string, Buffer>> {
  return { original: content, ...(thumbnail ? { thumbnail } : {}) };
}

function fileIn(asked: Asked, teams: Parts): TeamsFile {
  const file = teams.files.byId(asked.params[0] ?? '');
  if (!file) throw new ConnectorError(404, 'NotFound', 'There is no such attachment.');
  return file;
}
