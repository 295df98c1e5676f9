/** Whom the page acts as, and what it shows. It stands in the address, so that going back and loading anew work. */
export interface Route {
  /** Which app is open; Slack when left out. */
  readonly app?: 'teams';
  readonly as?: string;
  /** A channel's or chat's id, or `home`. */
  readonly place?: string;
  /** The message whose thread is open. */
  readonly thread?: string;
}
