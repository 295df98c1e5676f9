import express, { type ErrorRequestHandler, type Express, type RequestHandler, Router } from 'express';
import helmet from 'helmet';
import type { Log } from '../../src/log.ts';
import type { SlackWorkspace } from '../slack/slack-workspace.ts';
import type { TeamsTenant } from '../teams/teams-tenant.ts';
import { readAct } from './acts.ts';
import { builtPages, notBuilt, playgroundFile } from './built-page.ts';
import type { LiveStream } from './live-stream.ts';
import { performAct } from './perform-act.ts';
import { refusalOf } from './request-guard.ts';
import { readTeamsAct } from './teams/acts.ts';
import { performTeamsAct } from './teams/perform-act.ts';

export interface PageParts {
  readonly slack: SlackWorkspace;
  readonly teams: TeamsTenant;
  readonly stream: LiveStream;
  readonly log: Log;
  /** Names, besides localhost and addresses, under which the page may be reached. */
  readonly ownNames: readonly string[];
}

/** A message of 40,000 characters with five files of 5 MB. */
const bodyLimit = '36mb';

/** Adds the playground's page and its API to the desk's server. */
export function mountPage(app: Express, parts: PageParts): void {
  const pages = builtPages();
  const shield = [guard(parts.ownNames), headers];
  app.get('/', ...shield, (_request, response) => {
    const file = playgroundFile(pages);
    response.setHeader('cache-control', 'no-cache');
    // The desk may lie in a folder whose name begins with a dot, which is refused in a path that is asked for.
    if (file) response.sendFile(file, { dotfiles: 'allow' });
    else response.status(503).type('text').send(notBuilt);
  });
  app.use('/pages', ...shield, express.static(pages, { index: false, immutable: true, maxAge: '1y' }));
  app.use('/playground/api', ...shield, api(parts));
}

/** Nothing from elsewhere, nothing inline, in nobody's frame. */
const headers = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      'connect-src': ["'self'"],
      'form-action': ["'none'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
  },
  // The playground is plain HTTP on one's own machine.
  strictTransportSecurity: false,
});

function guard(ownNames: readonly string[]): RequestHandler {
  return (request, response, next) => {
    const refusal = refusalOf(request.headers, ownNames);
    if (refusal) response.status(403).json({ error: refusal });
    else next();
  };
}

function api({ slack, teams, stream, log }: PageParts): Router {
  const router = Router();
  router.get('/stream', (request, response) => stream.serve(request, response));
  router.get(
    '/files/:id',
    sendsFile((wanted) => slack.files.find(({ id }) => id === wanted)),
  );
  router.get(
    '/teams/files/:id',
    sendsFile((wanted) => {
      const file = teams.files.find(({ id }) => id === wanted);
      return file && { ...file, mimetype: file.contentType };
    }),
  );
  const json = express.json({ limit: bodyLimit });
  router.post(
    '/acts',
    json,
    acts(readAct, (act) => performAct(act, slack)),
  );
  router.post(
    '/teams/acts',
    json,
    acts(readTeamsAct, (act) => performTeamsAct(act, teams)),
  );
  router.use((_request, response) => void response.status(404).json({ error: 'not found' }));
  router.use(failed(log));
  return router;
}

interface SentFile {
  readonly name: string;
  readonly mimetype: string;
  readonly content: Buffer;
}

function sendsFile(find: (id: string | undefined) => SentFile | undefined): RequestHandler<{ id: string }> {
  return (request, response) => {
    const file = find(request.params.id);
    if (!file) return void response.status(404).json({ error: 'There is no such file.' });
    const isPicture = /^image\/(png|jpeg|gif)$/.test(file.mimetype);
    // The name would else decide the type, and a page among the files would be one of ours.
    if (!isPicture) response.attachment(file.name);
    response.type(isPicture ? file.mimetype : 'application/octet-stream');
    response.send(file.content);
  };
}

/** Does what somebody asks for; what stands in the way is told in words. */
function acts<Act>(
  read: (body: unknown) => { readonly act: Act } | { readonly problem: string },
  perform: (act: Act) => Promise<object>,
): RequestHandler {
  return async (request, response) => {
    const asked = read(request.body);
    if ('problem' in asked) return void response.status(400).json({ error: asked.problem });
    try {
      response.json(await perform(asked.act));
    } catch (error) {
      response.status(409).json({ error: error instanceof Error ? error.message : String(error) });
    }
  };
}

/** Express knows an error by its four parameters. */
function failed(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = statusOf(error);
    if (status >= 500) log.error({ err: error }, 'the playground page failed');
    response.status(status).json({ error: reasons[status] ?? 'The request could not be read.' });
  };
}

const reasons: Readonly<Record<number, string>> = {
  400: 'The body is no JSON.',
  413: `The body is larger than ${bodyLimit}.`,
  500: 'Something went wrong here. The log says what.',
};

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status < 600 ? status : 500;
}
