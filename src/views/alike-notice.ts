import type { Button } from '../chat/card.ts';
import type { Text } from '../chat/text.ts';
import type { NoticeEffect } from '../tickets/effects.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { AlikeNaming } from '../tickets/ticket-outage.ts';
import type { Words } from '../words/words.ts';
import { showButton } from './card-buttons.ts';
import { dateSpan } from './dates.ts';
import { oneLine, personSpan } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** What is said because other tickets are about the same. */
export type AlikeNotice = 'alike' | 'partOf' | 'partEnded' | 'childReopened';

interface AlikeSaying {
  readonly text: Text;
  readonly hint?: Text;
  readonly buttons?: readonly Button[];
}

/** Why it is said stands in the ticket: what may be named of the other one, and nothing else. */
export function alikeSaying(
  ticket: Ticket,
  effect: NoticeEffect & { readonly notice: AlikeNotice },
  context: ViewContext,
): AlikeSaying {
  const { key, alike } = ticket;
  const { words } = context;
  const say = words.outages;
  const at = alike?.naming.since ?? effect.at;
  switch (effect.notice) {
    case 'alike':
      return alike
        ? { text: offered(key, alike.naming, context), hint: say.offerHint, buttons: offerButtons(key, words) }
        : { text: say.alone(key) };
    case 'partOf':
      return {
        text: say.toldPartOf(key, named(alike?.naming, context), dateSpan(at, 'time', context)),
        buttons: [somethingElseButton(key, words)],
      };
    case 'partEnded':
      return { text: say.partEnded(key) };
    case 'childReopened':
      return {
        text: say.childReopened(key, effect.about?.ticket ?? '', personSpan(effect.by, context)),
        buttons: [showButton(effect.about?.ticket ?? key, words)],
      };
  }
}

/** They have joined; the way back stays open. */
export function joinedText(key: string, naming: AlikeNaming, context: ViewContext): Text {
  const say = context.words.outages.joined;
  if (naming.kind !== 'hidden') return say[naming.kind](key, named(naming, context));
  return naming.service ? say.hidden(key, context.serviceName(naming.service)) : say.hiddenWithout(key);
}

export function somethingElseButton(key: string, { outages }: Words): Button {
  return { label: outages.somethingElse, action: 'alike.other', value: key };
}

function offerButtons(key: string, words: Words): readonly Button[] {
  const meToo: Button = { label: words.outages.meToo, action: 'alike.join', value: key, style: 'primary' };
  return [meToo, somethingElseButton(key, words)];
}

function offered(key: string, naming: AlikeNaming, context: ViewContext): Text {
  const say = context.words.outages.offered;
  const since = dateSpan(naming.since, 'time', context);
  if (naming.kind !== 'hidden') return say[naming.kind](key, named(naming, context), since);
  return naming.service ? say.hidden(key, context.serviceName(naming.service), since) : say.hiddenWithout(key, since);
}

function named(naming: AlikeNaming | undefined, context: ViewContext): string {
  if (!naming) return '';
  if (naming.kind !== 'hidden') return oneLine(naming.title, longestTitle);
  return naming.service ? context.serviceName(naming.service) : '';
}

const longestTitle = 140;
