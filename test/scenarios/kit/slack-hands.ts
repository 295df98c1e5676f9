import type { Channel, EphemeralMessage, SlackMessage, SlackView } from '../../../playground/slack/model.ts';
import type { SlackWorkspace } from '../../../playground/slack/slack-workspace.ts';
import { sightOf, sightOfView } from './slack-sights.ts';
import type { Hands, Problems, SayOptions, Sight, Where } from './stage.ts';

/** People in the emulated Slack workspace. */
export class SlackHands implements Hands {
  readonly #slack: SlackWorkspace;
  /** What somebody saw, as it was then: they may click a button that is no longer there. */
  readonly #seen = new WeakMap<Sight, Surface>();

  constructor(slack: SlackWorkspace) {
    this.#slack = slack;
  }

  looks(person: string): readonly Sight[] {
    const slack = this.#slack;
    const home = slack.home(person);
    const messages = [
      ...this.#channelsOf(person).flatMap((channel) => slack.allMessages(channel)),
      ...slack.ephemerals(person),
    ];
    const inOrder = messages.sort((a, b) => a.ts.localeCompare(b.ts));
    return [...(home ? [home] : []), ...inOrder, ...slack.views(person)].map((surface) => this.#sight(surface));
  }

  until<Found>(isSo: () => Found | undefined, timeoutMs = 20_000): Promise<Found> {
    return this.#slack.until<Found>(() => isSo(), { timeoutMs });
  }

  async says(person: string, where: Where, words: string, { under, files, toDesk }: SayOptions): Promise<Sight> {
    const channel = this.#channel(person, where);
    const { message } = await this.#slack.says(person, channel, toDesk ? `<@BOT> ${words}`.trim() : words, {
      ...(under ? { threadTs: tsOf(under) } : {}),
      ...(files ? { files } : {}),
    });
    return this.#sight(message);
  }

  async edits(person: string, sight: Sight, words: string): Promise<void> {
    await this.#slack.edits(person, channelOf(sight), tsOf(sight), words);
  }

  async takesBack(person: string, sight: Sight): Promise<void> {
    await this.#slack.deletes(person, channelOf(sight), tsOf(sight));
  }

  async marksAsIssue(person: string, sight: Sight): Promise<void> {
    await this.#slack.reacts(person, channelOf(sight), tsOf(sight), 'ticket');
  }

  async raises(person: string, sight: Sight): Promise<void> {
    const message = this.#slack.message(channelOf(sight), tsOf(sight));
    await this.#slack.shortcut(person, 'raise_issue', message ? { message } : {});
  }

  async asksForForm(person: string): Promise<void> {
    await this.#slack.shortcut(person, 'new_issue');
  }

  async commands(person: string, where: Where, words: string): Promise<void> {
    await this.#slack.slash(person, this.#channel(person, where), '/desk', words);
  }

  async clicks(person: string, sight: Sight, label: string): Promise<void> {
    const surface = this.#seen.get(sight);
    if (!surface) throw new Error(`${person} has not seen ${sight.id}.`);
    const menu = (surface.blocks ?? [])
      .flatMap((block) => (Array.isArray(block.elements) ? block.elements : []))
      .find((element) => element.type === 'overflow' && JSON.stringify(element.options).includes(`"${label}"`));
    if (menu) await this.#slack.picks(person, surface, { actionId: String(menu.action_id) }, label);
    else await this.#slack.clicks(person, surface, { text: label });
  }

  async fills(person: string, values: Readonly<Record<string, string>>): Promise<Problems> {
    const view = this.#slack.views(person).at(-1);
    if (!view) throw new Error(`${person} has no form open.`);
    const typed = Object.fromEntries(
      Object.entries(values).map(([label, value]) => [label, value === '' ? null : value]),
    );
    const { errors, trouble } = await this.#slack.submits(person, view, typed);
    return trouble === undefined ? errors : { form: trouble };
  }

  async opensHome(person: string): Promise<void> {
    await this.#slack.opensHome(person);
  }

  #channelsOf(person: string): readonly Channel[] {
    const { id } = this.#slack.person(person);
    return this.#slack.channels.filter(({ members }) => members.has(id));
  }

  #channel(person: string, where: Where): string {
    return where === 'direct' ? this.#slack.dmOf(person) : where;
  }

  #sight(surface: Surface): Sight {
    const slack = this.#slack;
    const sight = 'private_metadata' in surface ? sightOfView(slack, surface) : sightOf(slack, surface);
    this.#seen.set(sight, surface);
    return sight;
  }
}

type Surface = SlackMessage | EphemeralMessage | SlackView;

function channelOf({ id }: Sight): string {
  return id.slice(0, id.indexOf('/'));
}

function tsOf({ id }: Sight): string {
  return id.slice(id.indexOf('/') + 1);
}
