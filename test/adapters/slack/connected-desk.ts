import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { slackAdapter } from '../../../adapters/slack/adapter.ts';
import type { Call, SlackOptions, Trouble } from '../../../adapters/slack/options.ts';
import type { FaultRule } from '../../../playground/slack/faults.ts';
import { aSlackWorkspace, type SlackWorkspaceOptions } from '../../../playground/slack/workspace.ts';
import type { ChatAdapter } from '../../../src/chat/adapter.ts';
import type { ChatEvent } from '../../../src/chat/event.ts';
import type { Turn } from '../../../src/chat/turn.ts';
import { type Log, silentLog } from '../../../src/log.ts';

/** What a test's desk does with a turn. */
export type Story = (turn: Turn) => Promise<unknown>;

interface How {
  readonly slack?: SlackWorkspaceOptions;
  readonly adapter?: Partial<SlackOptions>;
  /** The ways in: signed HTTP when left out. */
  readonly doors?: Pick<SlackOptions, 'appToken' | 'signingSecret'>;
  /** Yes when left out. */
  readonly isStarted?: boolean;
  /** From before the desk starts. */
  readonly faults?: readonly FaultRule[];
}

/** An emulated workspace with the real adapter behind it; what happens is kept, and told to a story that a test may change. */
export async function aConnectedDesk(how: How = {}) {
  const slack = await aSlackWorkspace({ retryDelaysMs: [5, 10, 20], ...how.slack });
  for (const fault of how.faults ?? []) slack.faults.set(fault);
  const troubles: Trouble[] = [];
  const calls: Call[] = [];
  const events: ChatEvent[] = [];
  const desk: { story: Story } = { story: async () => {} };
  const adapter = slackAdapter({
    botToken: slack.botToken,
    ...(how.doors ?? { signingSecret: slack.signingSecret }),
    apiUrl: slack.apiUrl,
    messagesPerSecond: 1000,
    log: silentLog,
    onTrouble: (trouble) => troubles.push(trouble),
    onCall: (call) => calls.push(call),
    retry: { firstMs: 5, longestMs: 40, withinMs: 10_000, timeoutMs: 3000, stopMs: 3000 },
    ...how.adapter,
  });
  const server = await serve(adapter);
  const eventsUrl = `${urlOf(server)}/slack/events`;
  const deliver = async (turn: Turn) => {
    events.push(turn.event);
    await desk.story(turn);
  };
  if (how.isStarted !== false) await adapter.start(deliver);
  if (how.doors?.appToken === undefined) await slack.connect({ eventsUrl });
  return {
    slack,
    adapter,
    eventsUrl,
    troubles,
    calls,
    events,
    /** The events of one kind. */
    heard: <K extends ChatEvent['kind']>(kind: K) =>
      events.filter((event): event is Extract<ChatEvent, { kind: K }> => event.kind === kind),
    tell: (story: Story) => {
      desk.story = story;
    },
    stop: async () => {
      await adapter.stop();
      await slack.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type ConnectedDesk = Awaited<ReturnType<typeof aConnectedDesk>>;

/** A log that keeps its lines. */
export function aRecordingLog(): { log: Log; lines: { level: string; facts: unknown; line: string }[] } {
  const lines: { level: string; facts: unknown; line: string }[] = [];
  const keep = (level: string) => (facts: unknown, line: string) => void lines.push({ level, facts, line });
  return { log: { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') }, lines };
}

/** The one HTTP server of a desk, as far as an adapter needs it. */
export async function serve(adapter: ChatAdapter): Promise<Server> {
  const server = createServer((request, response) => {
    const isAt = (path: string, method: string) => path === request.url && method === request.method?.toLowerCase();
    const route = adapter.routes.find(({ path, method }) => isAt(path, method));
    if (route) route.handle(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

export const urlOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
