import { LRUCache } from 'lru-cache';
import type { Profile } from '../../src/chat/adapter.ts';
import { type Payload, part, parts, word } from '../../src/chat/payload.ts';
import type { PersonRef } from '../../src/chat/refs.ts';
import { DeliveryError } from '../../src/errors.ts';
import type { Connector, Where } from './connector.ts';
import type { Directs } from './directs.ts';
import { isNotInstalled } from './errors.ts';
import { addressOf, personRef, userOf } from './place-id.ts';
import { userIn } from './reading.ts';

type Told = Pick<Profile, 'name' | 'timeZone' | 'locale'>;

/** Tells who people are. A bot may ask for the members of a conversation that it is in, and for nobody else. */
export class People {
  readonly #connector: Connector;
  readonly #directs: Directs;
  /** What activities told: only they know the zone and language. */
  readonly #told = new LRUCache<PersonRef, Told>({ max: 20_000 });
  readonly #seenIn = new LRUCache<PersonRef, Where>({ max: 20_000 });
  /** By what the connector calls them. It takes the object id as well; a local test client takes only its own. */
  readonly #accounts = new LRUCache<PersonRef, string>({ max: 20_000 });
  readonly #isIn = new LRUCache<string, boolean>({ max: 50_000, ttl: 60 * 60_000 });
  readonly #byEmail = new LRUCache<string, PersonRef>({ max: 20_000, ttl: 6 * 60 * 60_000 });

  constructor(connector: Connector, directs: Directs) {
    this.#connector = connector;
    this.#directs = directs;
  }

  nameOf(person: PersonRef): string | undefined {
    return this.#told.get(person)?.name;
  }

  /** Takes note of who did something, and where. */
  learn(person: PersonRef, activity: Payload, where: Where): void {
    const client = parts(activity, 'entities').find(({ type }) => type === 'clientInfo') ?? {};
    const timeZone = word(activity, 'localTimezone') ?? word(client, 'timezone');
    const locale = word(activity, 'locale') ?? word(client, 'locale');
    const name = word(part(activity, 'from'), 'name');
    const known = this.#told.get(person);
    this.#told.set(person, {
      name: 'someone',
      ...known,
      ...(name && { name }),
      ...(timeZone && { timeZone }),
      ...(locale && { locale }),
    });
    this.#seenIn.set(person, { tenant: where.tenant, conversation: where.conversation });
    this.#keepAccount(person, part(activity, 'from'));
  }

  /**
   * Asked for where they were seen, then in their chat with the desk, then in the conversations that it knows: without an
   * e-mail they would be somebody else than on another platform.
   * @throws DeliveryError
   */
  async profile(person: PersonRef, among: readonly Where[] = []): Promise<Profile | undefined> {
    const { tenant, conversation: user } = addressOf(person);
    const seen = this.#seenIn.get(person);
    const direct = async () => ({ tenant, conversation: await this.#directs.conversationOf(tenant, user) });
    const places = [...(seen ? [async () => seen] : []), direct, ...among.map((where) => async () => where)];
    for (const place of places) {
      try {
        return this.#profileOf(person, await this.#member(await place(), person));
      } catch (error) {
        if (!isAbsence(error)) throw error;
      }
    }
    const told = this.#told.get(person);
    return told && { ref: person, isActive: true, isBot: false, ...told };
  }

  /** Everybody in a conversation but the desk. @throws DeliveryError */
  async members(where: Where): Promise<readonly PersonRef[]> {
    const found: PersonRef[] = [];
    for await (const member of this.#connector.members(where)) {
      const user = userIn(member);
      if (user === undefined) continue;
      const ref = personRef(where.tenant, user);
      found.push(ref);
      this.#keep(ref, member, where);
    }
    return found;
  }

  /** Whether a person is in a conversation, so that a card there may mention them. When nobody can tell, they are not. */
  async isIn(where: Where, user: string): Promise<boolean> {
    const key = `${where.conversation} ${user}`;
    const known = this.#isIn.get(key);
    if (known !== undefined) return known;
    const isIn = await this.#member(where, personRef(where.tenant, user)).then(
      () => true,
      (error: unknown) => (error instanceof DeliveryError && notThere.includes(error.platformCode) ? false : undefined),
    );
    if (isIn !== undefined) this.#isIn.set(key, isIn);
    return isIn ?? false;
  }

  /**
   * A person by e-mail, among the members of conversations that the desk knows.
   * @throws DeliveryError
   */
  async lookup(email: string, among: readonly Where[]): Promise<PersonRef | undefined> {
    const wanted = email.toLowerCase();
    for (const where of among) {
      const known = this.#byEmail.get(wanted);
      if (known !== undefined) return known;
      await this.members(where).catch(() => []); // gone, or not let in any more: the next may know them
    }
    return this.#byEmail.get(wanted);
  }

  #member(where: Where, person: PersonRef): Promise<Payload> {
    return this.#connector.member(where, this.#accounts.get(person) ?? userOf(person), { expects: notThere });
  }

  #keepAccount(ref: PersonRef, account: Payload): void {
    const id = word(account, 'id');
    if (id) this.#accounts.set(ref, id);
  }

  #keep(ref: PersonRef, member: Payload, where: Where): void {
    this.#keepAccount(ref, member);
    for (const key of ['email', 'userPrincipalName']) {
      const address = word(member, key);
      if (address) this.#byEmail.set(address.toLowerCase(), ref);
    }
    if (!this.#seenIn.has(ref)) this.#seenIn.set(ref, { tenant: where.tenant, conversation: where.conversation });
    const name = word(member, 'name');
    if (name) this.#told.set(ref, { ...this.#told.get(ref), name });
  }

  #profileOf(ref: PersonRef, member: Payload): Profile {
    const email = word(member, 'email') ?? word(member, 'userPrincipalName');
    const told = this.#told.get(ref);
    const name = word(member, 'name') ?? told?.name ?? 'someone';
    this.#told.set(ref, { ...told, name });
    return { ...told, ref, name, isActive: true, isBot: false, ...(email && { email: email.toLowerCase() }) };
  }
}

/** The conversation, or the person in it, is not there for the desk. */
function isAbsence(error: unknown): boolean {
  if (!(error instanceof DeliveryError)) return false;
  return notThere.includes(error.platformCode) || isNotInstalled(error.platformCode);
}

const notThere = ['MemberNotFoundInConversation', 'ConversationNotFound', 'BotNotInConversationRoster', 'http_404'];
