import { cut } from '../chat/plain-text.ts';
import type { KnowledgeLibrary, KnowledgeReader } from '../knowledge/knowledge-library.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { Assistant, Passage, Said, Spoken, Words } from '../triage/assistant.ts';
import { type FoundPassages, passagesAbout } from './article-passages.ts';
import { longestDraft } from './draft-store.ts';
import type { SolvedTicket, SolvedTickets } from './solved-tickets.ts';

export interface ReplyDrafterParts {
  readonly assistant: Assistant;
  readonly solved: Pick<SolvedTickets, 'like'>;
  /** Absent where there are no articles. */
  readonly library?: Pick<KnowledgeLibrary, 'search'> | undefined;
}

export interface DraftFor {
  readonly talk: readonly Said[];
  /** Of the requester, ISO 639-1. */
  readonly language: string;
  /** Who asks for it: a person's id, and what they may read. */
  readonly agent: string;
  readonly reader: KnowledgeReader;
}

/** A reply as it could be; whoever shows it says where it is from. */
export type DraftedReply = {
  /** What it was made from: titles. */
  readonly sources: readonly DraftSource[];
  readonly spoken: Spoken;
} & (
  | { readonly is: 'written'; readonly text: string }
  | { readonly is: 'solved'; readonly solution: string }
  | { readonly is: 'article'; readonly title: string; readonly passage: string }
  | { readonly is: 'nothing' }
);

export type DraftSource = { readonly ticket: string; readonly title: string } | { readonly article: string };

/** Room for the sentences around a quotation. */
const longestQuote = longestDraft - 300;

/** Puts a reply together: by a model from what is known, else from how the same matter was solved, else from an article. */
export class ReplyDrafter {
  readonly #parts: ReplyDrafterParts;

  constructor(parts: ReplyDrafterParts) {
    this.#parts = parts;
  }

  async draft(ticket: Ticket, { talk, language, agent, reader }: DraftFor): Promise<DraftedReply> {
    const { assistant, solved, library } = this.#parts;
    const asked = `${ticket.title}\n${talk.findLast(({ by }) => by === 'requester')?.text ?? ticket.description}`;
    const [alike, found] = await Promise.all([solved.like(ticket), passagesAbout(asked, reader, library)]);
    const passages = [...alike.map(passageOf), ...found.passages];
    const { confidential: isConfidential, service, key } = ticket;
    const matter = { person: agent, isConfidential, service, ticket: key };
    const words = await assistant.draftReply(talk, passages, language, matter);
    return byModel(words, alike, found) ?? byHand(words, alike, found);
  }
}

function byModel(words: Words, alike: readonly SolvedTicket[], { passages }: FoundPassages): DraftedReply | undefined {
  const text = words.text?.trim();
  if (words.by === 'local' || !text) return undefined;
  const sources = [...alike.map(sourceOf), ...passages.map(({ title }) => ({ article: title }))];
  return { is: 'written', text: cut(text, longestDraft), sources, spoken: { by: words.by } };
}

/** Quotes what people have written. */
function byHand({ by, fellBack }: Words, alike: readonly SolvedTicket[], { answer }: FoundPassages): DraftedReply {
  const spoken: Spoken = { by: 'local', ...(fellBack && by === 'local' ? { fellBack } : {}) };
  const best = alike.find((one) => solutionOf(one) !== '');
  if (best) {
    const solution = cut(solutionOf(best), longestQuote);
    return { is: 'solved', solution, sources: [sourceOf(best)], spoken };
  }
  if (!answer) return { is: 'nothing', sources: [], spoken };
  const { title, text } = answer;
  return {
    is: 'article',
    title: cut(title, 140),
    passage: cut(text, longestQuote),
    sources: [{ article: title }],
    spoken,
  };
}

function solutionOf({ note, lastWords = '' }: SolvedTicket): string {
  return note || lastWords;
}

function sourceOf({ ticket }: SolvedTicket): DraftSource {
  return { ticket: ticket.key, title: ticket.title };
}

function passageOf({ ticket, note, lastWords }: SolvedTicket): Passage {
  const text = [note, lastWords].filter((one) => one !== undefined && one !== '').join('\n');
  return { id: ticket.key, title: ticket.title, text };
}
