import type { ChatAdapter, Profile } from '../../src/chat/adapter.ts';
import type { PersonRef, Place } from '../../src/chat/refs.ts';

/** A platform that takes everything at once, so that a bench measures the desk alone. */
export class QuietPlatform implements ChatAdapter {
  readonly platform = 'slack';
  readonly command = '/desk';
  readonly routes = [];
  posted = 0;

  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  turn(): never {
    throw new Error('nobody does anything in this bench');
  }

  async post(place: Place): Promise<string> {
    this.posted += 1;
    return `${place}/${this.posted}`;
  }

  async update(): Promise<void> {}
  async showHome(): Promise<void> {}

  async direct(person: PersonRef): Promise<Place> {
    return person.replace('T1/', 'T1/D-');
  }

  async upload(): Promise<undefined> {}

  async download(): Promise<Uint8Array> {
    return new Uint8Array();
  }

  async profile(ref: PersonRef): Promise<Profile> {
    const user = ref.slice(ref.lastIndexOf('/') + 1);
    return { ref, name: user, email: `${user}@example.com`, isActive: true, isBot: false };
  }

  async lookup(entry: string): Promise<PersonRef> {
    return `slack:T1/${entry.split('@')[0]}`;
  }

  async find(name: string): Promise<Place> {
    return `slack:T1/${name.replace('#', '')}`;
  }

  async about() {
    return { name: 'a place', isDirect: false, isPrivate: false };
  }

  async members(): Promise<readonly PersonRef[]> {
    return [];
  }

  async message(): Promise<undefined> {}

  threadOf(message: string): Place {
    return message;
  }

  rootOf(thread: Place): string {
    return thread;
  }

  conversationOf(ref: string): Place {
    return ref.split('/').slice(0, 2).join('/');
  }

  async permalink(): Promise<undefined> {}
}
