import type { HomeView } from '@slack/types';
import type { Card } from '../../src/chat/card.ts';
import { cardBlocks } from './render-card.ts';

/** Draws a card as a person's home page, which has room for 100 blocks. Source: https://docs.slack.dev/reference/views/home-tab-views */
export function renderHome(card: Card): HomeView {
  return { type: 'home', blocks: [...cardBlocks(card, 100)] };
}
