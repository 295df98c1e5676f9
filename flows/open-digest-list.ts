import type { Desk } from '../src/desk.ts';
import { type DigestFigure, digestFigures } from '../src/reports/digest-content.ts';
import { type Edition, editionOn } from '../src/reports/digest-edition.ts';
import { scopeOf } from '../src/reports/digest-readers.ts';
import { readerOf } from '../src/tickets/ticket-service.ts';
import { digestList } from '../src/views/digest-list.ts';
import { doneCard } from '../src/views/done-card.ts';
import { contextFor, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';
import { whisper } from './whispering.ts';

const pageSize = 10;

/** Shows the tickets behind a digest's figures to its reader alone, as far as they may see them. */
export const openDigestList: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const context = await contextFor(desk, person);
  const [id = '', label = '', figure = '', page = ''] = turn.event.value.split(' ');
  const edition = editionOf(desk, id, label);
  if (!edition) return whisper(turn, desk, doneCard(context.words.digests.gone));
  const scope = scopeOf(edition.digest, desk.config(), person);
  const question = { edition, scope, now: desk.clock.now() };
  const show = (shown: DigestFigure, at: number) =>
    desk.digestNumbers.list(question, shown, readerOf(doer.actor), { page: at, pageSize });
  const asked = digestFigures.find((name) => name === figure);
  if (asked) return turn.replace(digestList(await show(asked, Number(page) || 0), { edition, figure: asked }, context));
  for (const first of digestFigures) {
    const found = await show(first, 0);
    const isLast = first === digestFigures.at(-1);
    if (found.total > 0 || isLast) return whisper(turn, desk, digestList(found, { edition, figure: first }, context));
  }
};

/** The edition that a button is about; undefined when desk.yaml has no such digest any more. */
export function editionOf(desk: Desk, id: string, label: string): Edition | undefined {
  const digest = desk.config().digests.find((one) => one.id === id);
  const [day = '', at = ''] = label.split('T');
  return digest && /^\d{4}-\d\d-\d\d$/.test(day) ? editionOn({ ...digest, at }, day) : undefined;
}
