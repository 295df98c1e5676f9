import { deletes, edits, type MessageRef, reacts, type SayOptions, says } from './acting/talking.ts';
import type { Delivery } from './delivery/delivery.ts';
import type { PersonRef } from './people.ts';
import type { PlaceRef } from './places.ts';
import { ReadableTenant } from './readable-tenant.ts';
import type { Said } from './talk.ts';

/**
 * Acting as a person. Every act returns after Teams has done its part and the bot has answered the first try of each
 * delivery (or the try has failed); what the bot does later is waited for with `until`.
 */
export class PeopledTenant extends ReadableTenant {
  /** Writes a message. Mentions are `<@bot>` and `<@dana>`; everything else is as typed. */
  async says(person: PersonRef, place: PlaceRef, text: string, options: SayOptions = {}): Promise<Said> {
    const conversation = this.place(place);
    return answered(says(this.parts, this.person(person), { conversation, text }, options));
  }

  /** Writes into their chat with the bot. */
  async tells(person: PersonRef, text: string, options: SayOptions = {}): Promise<Said> {
    return this.says(person, this.chatOf(person), text, options);
  }

  async edits(person: PersonRef, place: PlaceRef, message: MessageRef, text: string): Promise<Said> {
    return answered(edits(this.parts, this.person(person), { conversation: this.place(place), message, text }));
  }

  async deletes(person: PersonRef, place: PlaceRef, message: MessageRef): Promise<Said> {
    return answered(deletes(this.parts, this.person(person), { conversation: this.place(place), message }));
  }

  /** Puts a message that they took back where it was. */
  async undeletes(person: PersonRef, place: PlaceRef, message: MessageRef): Promise<Said> {
    return answered(deletes(this.parts, this.person(person), { conversation: this.place(place), message, undo: true }));
  }

  /** Puts an emoji under a message: `like`, `heart`, `laugh`, `surprised`, `sad`, `angry`, or another's name. */
  async reacts(person: PersonRef, place: PlaceRef, message: MessageRef, type: string): Promise<Said> {
    const target = { conversation: this.place(place), message };
    return answered(reacts(this.parts, this.person(person), target, { type, how: 'add' }));
  }

  async unreacts(person: PersonRef, place: PlaceRef, message: MessageRef, type: string): Promise<Said> {
    const target = { conversation: this.place(place), message };
    return answered(reacts(this.parts, this.person(person), target, { type, how: 'remove' }));
  }
}

async function answered(said: Said): Promise<Said> {
  await Promise.all(said.deliveries.map((one: Delivery) => one.tried()));
  return said;
}
