import { type Dispatcher, request } from 'undici';
import type { Outcome } from './web-client.ts';

/** A file's bytes, or how the attempt failed. */
export type Fetched = { readonly is: 'done'; readonly content: Uint8Array } | Exclude<Outcome, { is: 'done' }>;

/**
 * Fetches a private file. The token goes to Slack's own hosts only, over TLS, and follows no redirect; an address that a
 * stranger made Slack hand out gets nothing.
 * Source: https://docs.slack.dev/reference/objects/file-object (url_private)
 */
export async function fetchFile(url: string, by: FetchOptions): Promise<Fetched> {
  if (!mayHaveToken(url, by.apiUrl)) return { is: 'refused', code: 'foreign_file_host' };
  try {
    const response = await request(url, {
      dispatcher: by.dispatcher,
      headers: { authorization: `Bearer ${by.token}` },
      headersTimeout: 30_000,
      bodyTimeout: 30_000,
    });
    const { statusCode: status, headers, body } = response;
    if (status === 200) return await read(body, by.maxBytes);
    body.destroy();
    if (status === 429) return { is: 'limited', afterMs: Math.max(1, Number(headers['retry-after']) || 1) * 1000 };
    if (status >= 500) return { is: 'lost', code: `http_${status}`, mayHaveArrived: false };
    return {
      is: 'refused',
      code: status >= 300 && status < 400 ? 'missing_scope' : 'file_not_found',
      needed: 'files:read',
    };
  } catch (cause) {
    return { is: 'lost', code: 'no_answer', mayHaveArrived: false, cause };
  }
}

interface FetchOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly maxBytes: number;
  readonly dispatcher: Dispatcher;
}

/** Whether an address is Slack's own, or the very host that the desk was told to call. */
export function mayHaveToken(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin } = new URL(url);
  if (origin === new URL(apiUrl).origin) return true;
  return protocol === 'https:' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'));
}

async function read(body: AsyncIterable<Buffer>, maxBytes: number): Promise<Fetched> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) return { is: 'refused', code: 'file_too_large' };
    chunks.push(chunk);
  }
  return { is: 'done', content: Buffer.concat(chunks) };
}
