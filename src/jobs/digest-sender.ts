import { altText, type Chart } from '../charts/chart.ts';
import { renderChart } from '../charts/render-chart.ts';
import type { Place } from '../chat/refs.ts';
import type { Desk } from '../desk.ts';
import { DeliveryError, DeskError } from '../errors.ts';
import { refOf } from '../people/people-service.ts';
import type { Person } from '../people/person.ts';
import { type DigestContent, type DigestScope, isQuiet } from '../reports/digest-content.ts';
import { dueEditions, type Edition } from '../reports/digest-edition.ts';
import { readersOf, scopeOf } from '../reports/digest-readers.ts';
import type { DigestCopy } from '../reports/digest-store.ts';
import { digestCard, digestMark } from '../views/digest-card.ts';
import { digestChart } from '../views/digest-chart.ts';
import { quiet } from '../views/ticket-facts.ts';
import type { ViewContext } from '../views/view-context.ts';

/** A process that has died loses its right to send after so long. */
const leaseMs = 120_000;
/**
 * Teams shows pictures of at most 1,024 pixels either way.
 * Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4#send-inline-images-using-the-bot-framework
 */
const pictureWidth = 1024;
/** A desk that is first started so shortly after a digest's time sends it all the same. */
const startMs = 300_000;
/** What could not be sent is tried again then, as long as the digest is not too late. */
const pauseMs = 15_000;

/**
 * Sends the digests that are due, each edition once to each reader, whichever process does it. Costs nothing while none is
 * due, so that it can be asked every second.
 */
export class DigestSender {
  readonly #desk: Desk;
  /** Editions by what they depend on: those that everybody has, and those that wait for the next attempt. */
  readonly #done = new Set<string>();
  readonly #triedAt = new Map<string, Date>();
  #since: Date | undefined;
  #sending: Promise<void> | undefined;
  #pictures: Promise<void> = Promise.resolve();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Sends all that is due by now; joins a round that is on its way. */
  sweep(): Promise<void> {
    this.#sending ??= this.#sendDue().finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  /** Resolves when the pictures of what was sent are there, or are not to be had. */
  idle(): Promise<void> {
    return this.#pictures;
  }

  async #sendDue(): Promise<void> {
    const now = this.#desk.clock.now();
    const since = await this.#begun(now);
    const due = dueEditions(this.#desk.config().digests, now, (edition) => !this.#isWaiting(edition, now));
    for (const edition of due.toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime()))
      if (edition.dueAt.getTime() >= since.getTime() - startMs) await this.#send(edition, now);
  }

  /** A desk that is new has missed nothing. */
  async #begun(now: Date): Promise<Date> {
    if (!this.#since || this.#since > now) this.#since = await this.#desk.digests.since(now);
    return this.#since;
  }

  #isWaiting(edition: Edition, now: Date): boolean {
    const id = this.#idOf(edition);
    if (this.#done.has(id)) return false;
    const sinceMs = now.getTime() - (this.#triedAt.get(id)?.getTime() ?? 0);
    // A clock that was set back waits for nothing.
    return sinceMs < 0 || sinceMs >= pauseMs;
  }

  async #send(edition: Edition, now: Date): Promise<void> {
    const id = this.#idOf(edition);
    this.#triedAt.set(id, now);
    const round = new Round(this.#desk, edition, now);
    const entries = readersOf(edition.digest, this.#desk.config());
    const isDone = await Promise.all(entries.map((entry) => this.#sendTo(entry, round)));
    if (!isDone.every(Boolean)) return;
    this.#done.add(id);
    this.#triedAt.delete(id);
  }

  /** @returns whether there is nothing left to do for this reader */
  async #sendTo(entry: string, round: Round): Promise<boolean> {
    const { digests, people, clock, log } = this.#desk;
    const { digest, label, dueAt } = round.edition;
    try {
      const reader = await people.byEntry(entry);
      if (!reader?.isActive) return true;
      const copy = { digest: digest.id, edition: label, person: reader.id };
      const now = clock.now();
      const claim = await digests.claim(copy, now, new Date(now.getTime() + leaseMs));
      if (claim === 'done' || claim === 'taken') return claim === 'done';
      const mutedUntil = await digests.mutedUntil(digest.id, reader.id);
      if (mutedUntil && mutedUntil > dueAt) await digests.settle(copy, now);
      else return await this.#post(copy, reader, round, claim.mayHaveArrived);
      return true;
    } catch (error) {
      log.error({ err: error, digest: digest.id }, 'a digest could not be sent and is tried again');
      return false;
    }
  }

  async #post(copy: DigestCopy, reader: Person, round: Round, mayHaveArrived: boolean): Promise<boolean> {
    const { chat, contexts, digests, clock, log } = this.#desk;
    try {
      const scope = scopeOf(round.edition.digest, this.#desk.config(), reader);
      const content = await round.content(scope);
      const context = await contexts.for(reader);
      const ref = refOf(reader, chat);
      const place = await chat.at(ref).direct(ref);
      const card = { ...digestCard({ edition: round.edition, scope, content }, context), mark: digestMark(copy) };
      await chat.at(place).post(place, card, { mayHaveArrived });
      await digests.settle(copy, clock.now(), content);
      if (!isQuiet(content)) this.#show(content, { copy, place, context, round });
      return true;
    } catch (error) {
      const isOver = error instanceof DeliveryError ? error.isPermanent : error instanceof DeskError;
      const isInDoubt = mayHaveArrived || !(error instanceof DeskError) || arrived(error);
      if (isOver) await digests.settle(copy, clock.now());
      else await digests.postpone(copy, new Date(clock.now().getTime() + pauseMs), isInDoubt);
      log.warn(
        { err: error, digest: copy.digest },
        isOver ? 'a digest has no way to its reader' : 'a digest must wait',
      );
      return isOver;
    }
  }

  /** The picture comes after the message, which neither waits for it nor fails by it. */
  #show(content: DigestContent, { copy, place, context, round }: Showing): void {
    this.#pictures = this.#pictures.then(async () => {
      try {
        const chart = digestChart(content, round.edition, context);
        const file = {
          name: `${copy.digest}-${round.edition.day}.png`,
          mimeType: 'image/png',
          content: await round.picture(chart),
          alt: altText(chart),
          // Where a picture can carry no words of its own, they stand beside it.
          comment: { blocks: [quiet(altText(chart))], summary: altText(chart) },
        };
        await this.#desk.chat.at(place).upload(place, file, `${digestMark(copy).id}:picture`);
      } catch (error) {
        this.#desk.log.warn({ err: error, digest: copy.digest }, 'the picture of a digest could not be shown');
      }
    });
  }

  /** Another desk.yaml may name other readers. */
  #idOf({ digest, label }: Edition): string {
    return [digest.id, label, ...readersOf(digest, this.#desk.config())].join(' ');
  }
}

interface Showing {
  readonly copy: DigestCopy;
  readonly place: Place;
  readonly context: ViewContext;
  readonly round: Round;
}

function arrived(error: unknown): boolean {
  return error instanceof DeliveryError && error.mayHaveArrived;
}

/** One edition on its way to its readers: what is the same for several of them is made once. */
class Round {
  readonly edition: Edition;
  readonly #desk: Desk;
  readonly #now: Date;
  readonly #contents = new Map<string, Promise<DigestContent>>();
  readonly #pictures = new Map<string, Promise<Uint8Array>>();

  constructor(desk: Desk, edition: Edition, now: Date) {
    this.#desk = desk;
    this.edition = edition;
    this.#now = now;
  }

  content(scope: DigestScope): Promise<DigestContent> {
    return once(this.#contents, JSON.stringify(scope), () =>
      this.#desk.digestNumbers.content({ edition: this.edition, scope, now: this.#now }),
    );
  }

  picture(chart: Chart): Promise<Uint8Array> {
    return once(this.#pictures, JSON.stringify(chart), () => renderChart(chart, pictureWidth));
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const made = known.get(key) ?? make();
  known.set(key, made);
  return made;
}
