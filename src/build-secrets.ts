import type { Chat } from './chat/chat.ts';
import type { Clock } from './clock.ts';
import type { DeskConfig } from './config/desk-config.ts';
import { SecretTeller } from './delivery/secret-teller.ts';
import type { ViewContexts } from './delivery/view-contexts.ts';
import type { Secrets } from './desk.ts';
import type { Log } from './log.ts';
import type { PeopleService } from './people/people-service.ts';
import { SecretDrops } from './secrets/secret-drops.ts';
import type { Models } from './store/models.ts';
import { MongoDropStore } from './store/mongo-drop-store.ts';
import type { TicketService } from './tickets/ticket-service.ts';

export interface SecretsParts {
  readonly models: Models;
  readonly chat: Chat;
  readonly people: PeopleService;
  readonly contexts: ViewContexts;
  readonly tickets: TicketService;
  readonly config: () => DeskConfig;
  readonly publicUrl?: (() => string | undefined) | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** Secrets that are handed over once. */
export function buildSecrets({ models, publicUrl = () => undefined, ...parts }: SecretsParts): Secrets {
  const { chat, people, contexts, tickets, config, clock, log } = parts;
  const drops = new SecretDrops({ store: new MongoDropStore(models), clock, config, publicUrl });
  return { drops, teller: new SecretTeller({ drops, tickets, chat, people, contexts, log }) };
}
