import type { Order } from './delivery/deliveries.ts';
import type { Delivery } from './delivery/delivery.ts';
import type { Roads } from './delivery/roads.ts';
import type { Faults } from './faults.ts';
import type { Channel, Person } from './model.ts';
import type { Parts } from './parts.ts';
import { wirePerson } from './payloads/wire-person.ts';
import type { PersonSeed } from './people.ts';
import { PeopledWorkspace } from './peopled-workspace.ts';
import type { ChannelRef, PersonRef } from './readable-workspace.ts';
import type { SocketRoads } from './socket/socket-roads.ts';
import type { HttpServer } from './web-api/http-server.ts';

interface Outside {
  readonly server: HttpServer;
  readonly sockets: SocketRoads;
  readonly roads: Roads;
  readonly faults: Faults;
}

/** A Slack workspace in a box: see `aSlackWorkspace`. */
export class SlackWorkspace extends PeopledWorkspace {
  /** What goes wrong with the app's calls, as a test wishes. */
  readonly faults: Faults;
  readonly #outside: Outside;

  constructor(parts: Parts, outside: Outside) {
    super(parts, outside.server.calls);
    this.#outside = outside;
    this.faults = outside.faults;
  }

  /** What the app takes for SLACK_API_URL. */
  get apiUrl(): string {
    return `${this.#outside.server.url}/api/`;
  }

  get signingSecret(): string {
    return this.parts.identity.signingSecret;
  }

  get botToken(): string {
    return this.parts.identity.botToken;
  }

  get appToken(): string {
    return this.parts.identity.appToken;
  }

  get teamId(): string {
    return this.parts.identity.teamId;
  }

  get appId(): string {
    return this.parts.identity.appId;
  }

  get botUserId(): string {
    return this.parts.identity.botUserId;
  }

  get botId(): string {
    return this.parts.identity.botId;
  }

  /** From now on events, interactions and commands go to this URL, unless the app holds a socket open. */
  async connect({ eventsUrl }: { eventsUrl: string }): Promise<void> {
    await this.#outside.roads.connect(eventsUrl);
  }

  /** From now on nothing is sent to the app; it is put aside until `release`. */
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

  /** Brings the same once more, as Slack does when it did not hear the answer. */
  async redeliver(delivery: Delivery): Promise<Delivery> {
    return this.parts.deliveries.redeliver(delivery);
  }

  /** Somebody gets an account. */
  async hires(seed: PersonSeed): Promise<Person> {
    const person = this.parts.people.add(seed);
    await this.#tellOfPerson('team_join', person);
    return person;
  }

  /** Something about a person changes: their name, their address, or that they have left (`deactivated`). */
  async changesPerson(person: PersonRef, change: Partial<Omit<PersonSeed, 'id'>>): Promise<Person> {
    const changed = this.parts.people.change(this.person(person).id, change);
    await this.#tellOfPerson('user_change', changed);
    return changed;
  }

  /** Somebody makes a channel and is its first member. */
  async creates(person: PersonRef, name: string, { isPrivate = false } = {}): Promise<Channel> {
    const { channel, deliveries } = this.parts.channelChanges.create(name, {
      isPrivate,
      creator: this.person(person).id,
    });
    await Promise.all(deliveries.map((one) => one.tried()));
    return channel;
  }

  async archives(person: PersonRef, channel: ChannelRef): Promise<Delivery[]> {
    const told = this.parts.channelChanges.archive(this.channel(channel), this.person(person).id);
    return Promise.all(told.map((one) => one.tried()));
  }

  async unarchives(person: PersonRef, channel: ChannelRef): Promise<Delivery[]> {
    const told = this.parts.channelChanges.unarchive(this.channel(channel), this.person(person).id);
    return Promise.all(told.map((one) => one.tried()));
  }

  /** A channel gets another name. */
  async renames(channel: ChannelRef, name: string): Promise<Delivery[]> {
    return Promise.all(this.parts.channelChanges.rename(this.channel(channel), name).map((one) => one.tried()));
  }

  /** Socket Mode: how many connections the app holds open. */
  get openSockets(): number {
    return this.#outside.sockets.count;
  }

  /** Socket Mode: asks the app to connect anew, as Slack does now and then. */
  refreshSockets(): void {
    this.#outside.sockets.refresh();
  }

  /** Socket Mode: cuts every connection without a word. */
  cutSockets(): void {
    this.#outside.sockets.cut();
  }

  /** Stops listening and sending; retries that are due later never come. */
  async stop(): Promise<void> {
    this.parts.deliveries.stop();
    this.#outside.sockets.close();
    await Promise.all([this.#outside.roads.close(), this.#outside.server.close()]);
  }

  async #tellOfPerson(type: 'team_join' | 'user_change', person: Person): Promise<void> {
    const { identity, events, mayReadEmail, ids, clock } = this.parts;
    const user = wirePerson(person, { identity, withEmail: mayReadEmail, withLocale: true, at: clock.now() });
    await Promise.all(events.tell({ type, user, event_ts: ids.ts() }).map((one) => one.tried()));
  }
}
