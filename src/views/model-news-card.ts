import type { Card } from '../chat/card.ts';
import { paragraph } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** Something that admins hear of the language model. */
export type ModelNews = keyof ViewContext['words']['model']['news'];

export function modelNewsCard(news: ModelNews, { words: { model } }: ViewContext): Card {
  return { title: model.title, blocks: [paragraph(model.news[news])] };
}
