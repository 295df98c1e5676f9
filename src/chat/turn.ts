import type { Card } from './card.ts';
import type { ChatEvent } from './event.ts';
import type { Form } from './form.ts';
import type { MessageRef } from './refs.ts';

/** What happened, and the few ways to answer. An adapter can make one anew from a stored event. */
export interface Turn<E extends ChatEvent = ChatEvent> {
  readonly event: E;
  /** Says it in the thread where it happened, for everyone there. */
  reply(card: Card): Promise<MessageRef>;
  /** Draws the clicked message anew; a whisper that was clicked, too. */
  replace(card: Card): Promise<void>;
  /**
   * Says it to this person only: an ephemeral message in Slack's channels, a direct message where there is none.
   * Never throws for a person who cannot be reached: a whisper is a courtesy.
   * @returns false when this person can be told nothing alone, for they do not have the app
   */
  whisper(card: Card): Promise<boolean>;
  /** Opens a form. Must come before any slow call: Slack's trigger lives about 3 s. */
  openForm(form: Form): Promise<void>;
  /** Shows a text beside a field of the form that was sent in, which stays open. The first one for a field stays. */
  formProblem(field: string, text: string): void;
  /** Draws the person's home page. */
  showHome(card: Card): Promise<void>;
}
