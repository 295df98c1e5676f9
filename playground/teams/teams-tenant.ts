import { clicks, type Outcome } from './acting/clicking.ts';
import { baseActivity } from './activities/base-activity.ts';
import type { HttpServer } from './connector/http-server.ts';
import { channelIssuer } from './connector/routes.ts';
import type { Order } from './delivery/deliveries.ts';
import type { Delivery } from './delivery/delivery.ts';
import type { Faults } from './faults.ts';
import type { Identity, TeamsMessage, TeamsPerson } from './model.ts';
import type { Parts } from './parts.ts';
import type { PersonRef, PersonSeed } from './people.ts';
import { PeopledTenant } from './peopled-tenant.ts';
import { type Forgery, forged } from './tokens/forged.ts';
import { connectorResource } from './tokens/token-endpoint.ts';

interface Outside {
  readonly server: HttpServer;
  readonly faults: Faults;
  readonly isAnonymous: boolean;
}

/** A Teams tenant in a box: see `aTeamsTenant`. */
export class TeamsTenant extends PeopledTenant {
  /** What goes wrong with the bot's calls, as a test wishes. */
  readonly faults: Faults;
  readonly #outside: Outside;

  constructor(parts: Parts, outside: Outside) {
    super(parts, outside.server.calls);
    this.#outside = outside;
    this.faults = outside.faults;
  }

  get identity(): Identity {
    return this.parts.identity;
  }

  /** The connector's address, as the bot is told it; ends in a slash. */
  get serviceUrl(): string {
    return this.parts.serviceUrl();
  }

  /** What the desk's environment must say so that it talks to this tenant. */
  get environment(): Readonly<Record<string, string>> {
    const { appId, appPassword, tenantId } = this.identity;
    if (this.#outside.isAnonymous) return { TEAMS_ALLOW_ANONYMOUS: 'true', TEAMS_TENANT_ID: tenantId };
    return {
      TEAMS_APP_ID: appId,
      TEAMS_APP_PASSWORD: appPassword,
      TEAMS_TENANT_ID: tenantId,
      TEAMS_LOGIN_URL: `${this.#outside.server.url}/${tenantId}`,
      TEAMS_OAUTH_SCOPE: connectorResource,
      TEAMS_TOKEN_ISSUER: channelIssuer,
      TEAMS_OPENID_METADATA_URL: `${this.#outside.server.url}/v1/.well-known/openidconfiguration`,
    };
  }

  /** From now on activities go to this URL, such as `http://127.0.0.1:3978/api/messages`. */
  async connect({ messagesUrl }: { messagesUrl: string }): Promise<void> {
    await this.parts.deliveries.connect(messagesUrl);
  }

  /** From now on nothing is sent to the bot; it is put aside until `release`. */
  hold(): void {
    this.parts.deliveries.hold();
  }

  /** What was put aside. */
  get held(): readonly Delivery[] {
    return this.parts.deliveries.held;
  }

  /** Ends the hold and sends what was put aside, one after the other, in the order that `order` makes of it. */
  async release(order?: Order): Promise<void> {
    await this.parts.deliveries.release(order);
  }

  /** Brings the same activity once more, as Teams does when it did not hear the answer. */
  async redeliver(delivery: Delivery): Promise<Delivery> {
    return this.parts.deliveries.redeliver(delivery);
  }

  /** Brings the same activity three times in all, at once: as after lost answers, and to several processes. */
  async deliversThrice(delivery: Delivery): Promise<Delivery> {
    await Promise.all([this.redeliver(delivery), this.redeliver(delivery)]);
    return delivery;
  }

  /**
   * Somebody pretends to be Teams: an activity of that person's chat with a token that is wrong in one way.
   * @returns the delivery, with what the bot answered
   */
  async forges(kind: Forgery, { person = 'dana', text = 'forged' }: { person?: PersonRef; text?: string } = {}) {
    const { identity, places, channelKeys, ids } = this.parts;
    const by = this.person(person);
    const base = baseActivity(this.parts, { by, conversation: places.chatOf(by) });
    const activity = { ...base, type: 'message', id: ids.message(), text, textFormat: 'plain' };
    const genuine = { activity, key: channelKeys.current, appId: identity.appId, serviceUrl: this.serviceUrl };
    const { token, activity: sent } = await forged(kind, genuine);
    return this.parts.deliveries.sendWith(token, sent);
  }

  /** Somebody who is not in the conversation clicks a button there, as with a client of their own making. */
  async clicksFromOutside(person: PersonRef, message: TeamsMessage, words: string): Promise<Outcome> {
    return clicks(this.parts, this.person(person), { message, words, isOutside: true });
  }

  /** Somebody gets an account. */
  hires(seed: PersonSeed): TeamsPerson {
    return this.parts.people.add(seed);
  }

  /** From now on other keys sign what comes to the bot; with `keepOld` false the old ones are no longer published. */
  async rotateKeys(options: { keepOld?: boolean } = {}): Promise<void> {
    await this.parts.channelKeys.rotate(options);
  }

  /** Stops listening and sending; retries that are due later never come. */
  async stop(): Promise<void> {
    await Promise.all([this.parts.deliveries.stop(), this.#outside.server.close()]);
  }
}
