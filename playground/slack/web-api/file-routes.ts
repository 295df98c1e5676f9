import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Parts } from '../parts.ts';
import type { Answer } from './answer.ts';

/** Takes the bytes of an announced upload, raw or as the one file of a multipart form. */
export function takeUpload(request: IncomingMessage, secret: string, body: Buffer, slack: Parts): Answer {
  const upload = slack.files.uploadWithSecret(secret);
  if (!upload) return { status: 404, body: { ok: false, error: 'upload_not_found' } };
  const content = bytesIn(request.headers['content-type'] ?? '', body);
  if (content.length !== upload.length) return { status: 400, body: { ok: false, error: 'length_mismatch' } };
  upload.content = content;
  return { status: 200, body: { ok: true } };
}

/** Gives a file's bytes to who shows the app's token; without one Slack leads to its sign-in page. */
export function sendFile(request: IncomingMessage, response: ServerResponse, slack: Parts): void {
  const id = (request.url ?? '').split('/')[2] ?? '';
  const file = slack.files.byId(id);
  if (request.headers.authorization !== `Bearer ${slack.identity.botToken}`) {
    response.writeHead(302, { location: `https://${slack.identity.teamDomain}.slack.com/` }).end();
  } else if (!file) {
    response.writeHead(404).end();
  } else {
    response.writeHead(200, { 'content-type': file.mimetype, 'content-length': file.content.length });
    response.end(file.content);
  }
}

function bytesIn(contentType: string, body: Buffer): Buffer {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) return body;
  const begin = body.indexOf('\r\n\r\n');
  const end = body.indexOf(`\r\n--${boundary}`, begin);
  return begin < 0 || end < 0 ? Buffer.alloc(0) : body.subarray(begin + 4, end);
}
