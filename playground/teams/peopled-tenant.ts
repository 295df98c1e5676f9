import { clicks, clicksAt, type Outcome, opens } from './acting/clicking.ts';
import { runsCommand, type Search, type SearchResults, searches } from './acting/extensions.ts';
import { changesTeam, createsChannel, installs, installsInTeam } from './acting/installing.ts';
import { deletes, edits, type MessageRef, reacts, type SayOptions, says } from './acting/talking.ts';
import { fills, submits } from './acting/task-modules.ts';
import type { Values } from './cards/card-inputs.ts';
import type { Delivery } from './delivery/delivery.ts';
import type { TaskModule, Team, TeamsMessage } from './model.ts';
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

  /**
   * Clicks a button of a card, as the person saw it.
   * @param words what stands on the button; an emoji may stand before them
   * @param values what they typed into the card's inputs before, by label or id
   */
  async clicks(person: PersonRef, message: TeamsMessage, words: string, values: Values = {}): Promise<Outcome> {
    return clicks(this.parts, this.person(person), { message, words, values });
  }

  /** Clicks a button by its place in the message's cards, also one that only another one shows. */
  async clicksAt(person: PersonRef, message: TeamsMessage, path: string, values: Values = {}): Promise<Outcome> {
    return clicksAt(this.parts, this.person(person), { message, path, values });
  }

  /** Scrolls to a message: a card that asks for it is drawn anew for this person. */
  async opens(person: PersonRef, message: TeamsMessage): Promise<Outcome> {
    return opens(this.parts, this.person(person), message);
  }

  /** Writes into the open task module without sending it. */
  fills(person: PersonRef, values: Values): TaskModule {
    return fills(this.parts, this.person(person), values);
  }

  /**
   * Fills the open task module in and sends it.
   * @param values by the label of the input, or its id
   * @throws Error when Teams would not send it, such as with a required input empty
   */
  async submits(person: PersonRef, values: Values = {}, { button }: { button?: string } = {}): Promise<Outcome> {
    return submits(this.parts, this.person(person), { values, ...(button === undefined ? {} : { button }) });
  }

  /** Closes the open task module; the bot is not told. */
  closes(person: PersonRef): void {
    this.parts.tasks.close(this.person(person).id);
  }

  /** Searches with the message extension from where they write. */
  async searches(person: PersonRef, place: PlaceRef, search: Search): Promise<SearchResults> {
    return searches(this.parts, this.person(person), this.place(place), search);
  }

  /** Uses an action command of the message extension: from where they write, or with `message` on that message. */
  async runs(
    person: PersonRef,
    place: PlaceRef,
    commandId: string,
    { message }: { message?: TeamsMessage } = {},
  ): Promise<Outcome> {
    return runsCommand(this.parts, this.person(person), this.place(place), { commandId, message });
  }

  /** Gets the app for themselves. */
  async installs(person: PersonRef): Promise<Delivery[]> {
    return tried(installs(this.parts, this.person(person), 'add'));
  }

  /** Throws the app out; the bot may no longer write to them. */
  async uninstalls(person: PersonRef): Promise<Delivery[]> {
    return tried(installs(this.parts, this.person(person), 'remove'));
  }

  /** Puts the app into a team. */
  async installsInTeam(person: PersonRef, team: string | Team): Promise<Delivery[]> {
    return tried(installsInTeam(this.parts, this.person(person), { team: this.team(team), action: 'add' }));
  }

  async uninstallsFromTeam(person: PersonRef, team: string | Team): Promise<Delivery[]> {
    return tried(installsInTeam(this.parts, this.person(person), { team: this.team(team), action: 'remove' }));
  }

  async joins(person: PersonRef, team: string | Team): Promise<Delivery[]> {
    return tried(changesTeam(this.parts, this.person(person), { team: this.team(team), action: 'add' }));
  }

  async leaves(person: PersonRef, team: string | Team): Promise<Delivery[]> {
    return tried(changesTeam(this.parts, this.person(person), { team: this.team(team), action: 'remove' }));
  }

  /** Makes a channel in a team. */
  async creates(person: PersonRef, team: string | Team, name: string): Promise<Delivery[]> {
    return tried(createsChannel(this.parts, this.person(person), { team: this.team(team), name }));
  }
}

async function answered(said: Said): Promise<Said> {
  await tried(said.deliveries);
  return said;
}

function tried(deliveries: readonly Delivery[]): Promise<Delivery[]> {
  return Promise.all(deliveries.map((one) => one.tried()));
}
