import {
  type Action,
  AdaptiveCard,
  GlobalRegistry,
  type Input,
  OpenUrlAction,
  Table,
  ToggleInput,
  Versions,
} from 'adaptivecards';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { WireObject } from '../../../../playground/page/wire.ts';
import { useDesk } from '../../state/desk-context.ts';
import { follow } from '../../state/route-to.ts';
import { cardHtml } from './card-text.ts';
import { hostConfig } from './host-config.ts';
import { preparedCard } from './prepare-card.ts';

/** What stands in the inputs, by their ids; boxes are yes or no. */
export type CardValues = Readonly<Record<string, string | boolean>>;

interface TeamsCardProps {
  readonly card: WireObject;
  /** Its place among the message's cards. */
  readonly at?: number;
  /** A button was pressed and its inputs are good. */
  readonly onPress: (path: string, values: CardValues) => Promise<unknown>;
}

// The package counts as free of side effects, so that bundlers leave out how its Table makes itself known.
GlobalRegistry.defaultElements.register('Table', Table, Versions.v1_5);
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardHtml(text);
  result.didProcess = true;
};

/** An Adaptive Card, drawn by Microsoft's own renderer. */
export function TeamsCard({ card, at = 0, onPress }: TeamsCardProps) {
  const desk = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const press = useRef(onPress);
  press.current = onPress;
  const latest = useRef(desk);
  latest.current = desk;
  const { people } = desk.state.teams;
  const written = useMemo(() => {
    const choices = [...people.values()].map(({ realName, objectId }) => ({ title: realName, value: objectId }));
    return JSON.stringify(preparedCard(card, at, choices));
  }, [card, at, people]);
  const drawn = useMemo(() => {
    const followed = (url: string) => follow(url, latest.current);
    return draw(written, { onPress: (action) => void pressed(action), followed });
  }, [written]);
  const pressed = async (action: Action) => {
    if (action instanceof OpenUrlAction) {
      open(action.url, '_blank', 'noopener');
      return;
    }
    box.current?.toggleAttribute('inert', true);
    await press.current(action.id ?? '', valuesIn(drawn.getAllInputs()));
    box.current?.toggleAttribute('inert', false);
  };
  useLayoutEffect(() => {
    const element = drawn.render();
    if (element) box.current?.replaceChildren(element);
  }, [drawn]);
  return <div ref={box} className="teams-card" />;
}

interface Drawing {
  readonly onPress: (action: Action) => void;
  /** Whether a link has led somewhere on this page. */
  readonly followed: (url: string) => boolean;
}

function draw(written: string, { onPress, followed }: Drawing): AdaptiveCard {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.parse(JSON.parse(written));
  card.onExecuteAction = onPress;
  card.onAnchorClicked = (_, anchor) => followed(anchor.href);
  return card;
}

function valuesIn(inputs: readonly Input[]): CardValues {
  const pairs = inputs.map((input) => {
    const isOn = input instanceof ToggleInput && input.value === input.valueOn;
    return [input.id ?? '', input instanceof ToggleInput ? isOn : String(input.value ?? '')] as const;
  });
  return Object.fromEntries(pairs.filter(([id]) => id !== ''));
}
