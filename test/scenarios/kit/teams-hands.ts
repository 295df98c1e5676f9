import { type JsonObject, objectsIn } from '../../../playground/slack/json.ts';
import type { TeamsMessage } from '../../../playground/teams/model.ts';
import type { TeamsTenant } from '../../../playground/teams/teams-tenant.ts';
import type { Hands, Problems, SayOptions, Sight, Where } from './stage.ts';
import { problemsUnder, sightOfMessage, sightOfTask } from './teams-sights.ts';

/** People in the emulated Teams tenant. */
export class TeamsHands implements Hands {
  readonly #teams: TeamsTenant;
  /** What somebody saw, as it was then: they may click a button that is no longer there. */
  readonly #seen = new WeakMap<Sight, TeamsMessage>();

  constructor(teams: TeamsTenant) {
    this.#teams = teams;
  }

  looks(person: string): readonly Sight[] {
    const teams = this.#teams;
    const inOrder = this.#placesOf(person)
      .flatMap((place) => teams.allMessages(place))
      .sort((a, b) => Number(a.id) - Number(b.id));
    const task = teams.task(person);
    return [...inOrder.map((message) => this.#sight(message, person)), ...(task ? [sightOfTask(task, person)] : [])];
  }

  until<Found>(isSo: () => Found | undefined, timeoutMs = 20_000): Promise<Found> {
    return this.#teams.until<Found>(() => isSo(), { timeoutMs });
  }

  async says(person: string, where: Where, words: string, { under, files, toDesk }: SayOptions): Promise<Sight> {
    const place = this.#place(person, where);
    const root = under && this.#message(under);
    const answers = root && (root.threadId === undefined ? { quotes: root } : { threadId: root.id });
    const { message } = await this.#teams.says(person, place, toDesk ? `<@bot> ${words}`.trim() : words, {
      ...answers,
      ...(files ? { files } : {}),
    });
    return this.#sight(message, person);
  }

  async edits(person: string, sight: Sight, words: string): Promise<void> {
    await this.#teams.edits(person, placeOf(sight), idOf(sight), words);
  }

  async takesBack(person: string, sight: Sight): Promise<void> {
    await this.#teams.deletes(person, placeOf(sight), idOf(sight));
  }

  async marksAsIssue(person: string, sight: Sight): Promise<void> {
    await this.#teams.reacts(person, placeOf(sight), idOf(sight), '1f3ab_ticket');
  }

  async raises(person: string, sight: Sight): Promise<void> {
    const message = this.#message(sight);
    await this.#teams.runs(person, placeOf(sight), 'raise_issue', { message });
  }

  async asksForForm(person: string): Promise<void> {
    await this.#teams.runs(person, this.#teams.chatOf(person), 'new_issue');
  }

  async commands(person: string, where: Where, words: string): Promise<void> {
    if (words === '') await this.#teams.runs(person, this.#place(person, where), 'new_issue');
    else await this.says(person, where, words, { toDesk: true });
  }

  async clicks(person: string, sight: Sight, label: string): Promise<void> {
    const message = this.#seen.get(sight);
    if (!message) throw new Error(`${person} has not seen ${sight.id}.`);
    const isThere = this.#placesOf(person).includes(message.conversationId);
    const asked = this.#confirming(message, person, label);
    if (!isThere) await this.#teams.clicksFromOutside(person, message, label);
    else if (asked === undefined) await this.#teams.clicks(person, message, label);
    else await this.#teams.clicksAt(person, message, asked);
  }

  async fills(person: string, values: Readonly<Record<string, string>>): Promise<Problems> {
    const before = this.#teams.task(person);
    if (!before) throw new Error(`${person} has no form open.`);
    const typed = Object.entries(values).map(([label, value]) => [label, choiceCalled(before.card, label, value)]);
    const { trouble, task } = await this.#teams.submits(person, Object.fromEntries(typed));
    if (trouble !== undefined) return { form: trouble };
    return task ? problemsUnder(task.card) : {};
  }

  async opensHome(): Promise<void> {
    throw new Error('A bot in Teams has no home page.');
  }

  /** The way to the button behind one that asks first, as a JSON pointer. */
  #confirming(message: TeamsMessage, person: string, label: string): string | undefined {
    for (const [at, card] of this.#teams.cards(message, { as: person }).entries()) {
      const rows = [
        { path: `/${at}/actions`, actions: objectsIn(card.actions) },
        ...objectsIn(card.body).map(({ actions }, index) => ({
          path: `/${at}/body/${index}/actions`,
          actions: objectsIn(actions),
        })),
      ];
      for (const { path, actions } of rows) {
        const found = actions.findIndex(({ type, title }) => type === 'Action.ShowCard' && title === label);
        if (found >= 0) return `${path}/${found}/card/actions/0`;
      }
    }
    return undefined;
  }

  #placesOf(person: string): readonly string[] {
    const { id } = this.#teams.person(person);
    const channels = this.#teams.channels.filter((one) => this.#teams.membersOf(one).some((each) => each.id === id));
    return [...channels.map((one) => one.id), this.#teams.chatOf(person)];
  }

  #place(person: string, where: Where): string {
    return where === 'direct' ? this.#teams.chatOf(person) : this.#teams.place(where).id;
  }

  #message(sight: Sight): TeamsMessage {
    const found = this.#seen.get(sight) ?? this.#teams.message(placeOf(sight), idOf(sight));
    if (!found) throw new Error(`${sight.id} is not there.`);
    return found;
  }

  #sight(message: TeamsMessage, person: string): Sight {
    const sight = sightOfMessage(this.#teams, message, person);
    this.#seen.set(sight, message);
    return sight;
  }
}

/** A choice by its words; a description may stand behind them. Every other field takes what is typed. */
function choiceCalled(card: JsonObject, label: string, value: string): string {
  const field = objectsIn(card.body).find((one) => one.label === label);
  const titles = objectsIn(field?.choices).map(({ title }) => String(title));
  return titles.find((title) => title === value || title.startsWith(`${value} (`)) ?? value;
}

function placeOf({ id }: Sight): string {
  return id.slice(0, id.lastIndexOf('/'));
}

function idOf({ id }: Sight): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
