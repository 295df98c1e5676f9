import express, { type Express, type Request, type Response } from 'express';
import type { Desk } from '../desk.ts';
import { enterPath, type LinkWords, openPath } from '../secrets/secret-drops.ts';
import { localeFor, wordsFor } from '../words/words-for.ts';
import { RateLimit } from './rate-limit.ts';
import { longestSecret, type SecretPage, secretHeaders, secretPage } from './secret-page.ts';

type Answer = (status: number, page: SecretPage) => void;
type Work = (words: LinkWords, answer: Answer, request: Request) => Promise<void>;
type Serve = (request: Request, response: Response) => Promise<void>;
type SecretDesk = Pick<Desk, 'secrets' | 'config' | 'clock' | 'log'>;

/**
 * The pages on which a secret is entered and opened. Looking (GET) changes nothing, for programs that preview links look,
 * too; only the button (POST) does. Nothing of a link or a secret is ever logged.
 */
export function secretRoutes(app: Express, desk: SecretDesk): void {
  const limit = new RateLimit({ most: 60, withinMs: 60_000, now: () => desk.clock.now() });
  const serving = (work: Work) => served(work, desk, limit);
  const body = express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 5 });
  const { drops } = desk.secrets;
  app.get(
    `${enterPath}/:link`,
    serving(async (words, answer) => looked(answer, await drops.isAsked(words), 'enter')),
  );
  app.post(`${enterPath}/:link`, body, serving(entering(desk)));
  app.get(
    `${openPath}/:link`,
    serving(async (words, answer) => looked(answer, await drops.isThere(words), 'ask')),
  );
  app.post(`${openPath}/:link`, serving(opening(desk)));
  app.use('/secret', (request, response) => answering(request, response, desk)(404, { kind: 'gone' }));
  app.use('/secret', (error: unknown, request: Request, response: Response, _next: unknown) => {
    const status = statusOf(error);
    desk.log.warn({ status }, 'a page of a secret was asked for in a way that is not taken');
    answering(request, response, desk)(status, { kind: status === 413 ? 'empty' : 'gone' });
  });
}

function served(work: Work, desk: SecretDesk, limit: RateLimit): Serve {
  return async (request, response) => {
    const answer = answering(request, response, desk);
    if (!limit.take(request.socket.remoteAddress ?? '')) return answer(429, { kind: 'busy' });
    const words = linkWords(request.params.link);
    if (!words) return answer(404, { kind: 'gone' });
    try {
      await work(words, answer, request);
    } catch (error) {
      desk.log.warn({ err: error }, 'a secret could not be handed over');
      answer(503, { kind: 'failed' });
    }
  };
}

function looked(answer: Answer, isThere: boolean, kind: 'enter' | 'ask'): void {
  if (isThere) answer(200, { kind });
  else answer(404, { kind: 'gone' });
}

const entering =
  ({ secrets: { drops, teller } }: SecretDesk): Work =>
  async (words, answer, request) => {
    const text = secretIn(request.body);
    if (text === undefined) return answer(400, { kind: 'empty' });
    const drop = await drops.enter(words, text, (filled, key) => teller.hand(filled, key));
    if (drop) answer(200, { kind: 'sent' });
    else answer(404, { kind: 'gone' });
  };

/** It is gone once it is opened: nothing that fails from then on may keep it from who opened it. */
const opening =
  ({ secrets: { drops, teller }, log }: SecretDesk): Work =>
  async (words, answer) => {
    const opened = await drops.open(words);
    if (!opened) return answer(404, { kind: 'gone' });
    const { drop, text } = opened;
    const untold = (error: unknown) =>
      log.warn({ err: error, ticket: drop.ticket }, 'that a secret was opened could not be told');
    await teller.note(drop, 'openSecret', drop.opened?.by ?? 'desk').catch(untold);
    answer(200, { kind: 'opened', text });
    await teller.opened(drop).catch(untold);
  };

/** In the browser's language, else the desk's. */
function answering(request: Request, response: Response, { config }: SecretDesk): Answer {
  return (status, page) => {
    if (response.headersSent) return;
    const { name, locale } = config().desk;
    const asked = request.acceptsLanguages('en', 'de') || locale;
    const html = secretPage(page, wordsFor(asked, locale).secretDrops.page, name, localeFor(asked, locale));
    response.status(status).set(secretHeaders).send(html);
  };
}

function linkWords(link: unknown): LinkWords | undefined {
  const match = typeof link === 'string' ? /^([\w-]{16})\.([\w-]{43})$/.exec(link) : null;
  const [, id, word] = match ?? [];
  return id !== undefined && word !== undefined ? { id, word } : undefined;
}

/** As it was typed, but for line breaks, which browsers send as CR LF. */
function secretIn(body: unknown): string | undefined {
  const value = typeof body === 'object' && body !== null && 'secret' in body ? body.secret : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.replaceAll('\r\n', '\n');
  return text.trim() === '' || text.length > longestSecret ? undefined : text;
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
