import type { ActionEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import { scopeOf } from '../src/reports/digest-readers.ts';
import { dateSpan } from '../src/views/dates.ts';
import { digestCard, digestMark } from '../src/views/digest-card.ts';
import { doneCard } from '../src/views/done-card.ts';
import { contextFor, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';
import { editionOf } from './open-digest-list.ts';
import { whisper } from './whispering.ts';

const aWeekMs = 7 * 86_400_000;

/** A reader wants a digest no more for a week; its card says until when, and how to get it again. */
export const muteDigest: ActionFlow = (turn, desk) =>
  setMuted(turn, desk, new Date(desk.clock.now().getTime() + aWeekMs));

export const unmuteDigest: ActionFlow = (turn, desk) => setMuted(turn, desk, undefined);

async function setMuted(turn: Turn<ActionEvent>, desk: Desk, mutedUntil: Date | undefined): Promise<void> {
  const { person } = await whoActs(turn, desk);
  const [id = '', label = ''] = turn.event.value.split(' ');
  if (mutedUntil) await desk.digests.mute(id, person.id, mutedUntil);
  else await desk.digests.unmute(id, person.id);
  const context = await contextFor(desk, person);
  const copy = { digest: id, edition: label, person: person.id };
  const edition = editionOf(desk, id, label);
  const content = await desk.digests.content(copy);
  if (edition && content) {
    const scope = scopeOf(edition.digest, desk.config(), person);
    const card = digestCard({ edition, scope, content, mutedUntil }, context);
    return turn.replace({ ...card, mark: digestMark(copy) });
  }
  const { digests } = context.words;
  const said = mutedUntil ? digests.mutedUntil(dateSpan(mutedUntil, 'dateTime', context)) : digests.unmuted;
  await whisper(turn, desk, doneCard(said));
}
