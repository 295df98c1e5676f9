import { type Block, blocksOf } from './blocks.ts';

/** A few sentences of an article that can be quoted on their own: `body.slice(start, end)`. */
export interface Passage {
  /** The headings that it stands under, the outermost first. */
  readonly headings: readonly string[];
  readonly text: string;
  /** UTF-16 units from the begin of the body. */
  readonly start: number;
  readonly end: number;
}

/** A text of about this many characters is a few sentences. */
const fewSentences = 500;

/**
 * Cuts a Markdown body into passages. Lists, tables and code stay whole, with the line that leads to them; whatever is no
 * heading lies in exactly one passage.
 */
export function passagesOf(body: string): readonly Passage[] {
  const path: { readonly level: number; readonly text: string }[] = [];
  const passages: Passage[] = [];
  let open: Block[] = [];
  const close = () => {
    const [first, last] = [open[0], open.at(-1)];
    if (first && last) passages.push(...cut(body, first, last.end, open.length, path));
    open = [];
  };
  for (const block of blocksOf(body)) {
    if (block.is === 'heading') {
      close();
      while ((path.at(-1)?.level ?? 0) >= block.level) path.pop();
      path.push({ level: block.level, text: block.text });
      continue;
    }
    const first = open[0];
    if (first && block.end - first.start > fewSentences && !leadsOn(body, open)) close();
    open.push(block);
  }
  close();
  return passages;
}

/** The headings of a body in their order. */
export function headingsOf(body: string): readonly string[] {
  return blocksOf(body).flatMap((block) => (block.is === 'heading' ? [block.text] : []));
}

/** "Do the following:" belongs to what follows. */
function leadsOn(body: string, [first, ...others]: readonly Block[]): boolean {
  return first?.is === 'prose' && others.length === 0 && body.slice(first.start, first.end).trimEnd().endsWith(':');
}

function cut(
  body: string,
  { is, start }: Block,
  end: number,
  blocks: number,
  path: readonly { readonly text: string }[],
): readonly Passage[] {
  const headings = path.map(({ text }) => text);
  const passage = (from: number, to: number): Passage => ({
    headings,
    text: body.slice(from, to),
    start: from,
    end: to,
  });
  if (is !== 'prose' || blocks > 1 || end - start <= fewSentences) return [passage(start, end)];
  const passages: Passage[] = [];
  let from = start;
  for (const at of sentenceEnds(body, start, end)) {
    if (at - from < fewSentences) continue;
    passages.push(passage(from, at));
    from = skipSpace(body, at, end);
  }
  return from < end ? [...passages, passage(from, end)] : passages;
}

function* sentenceEnds(body: string, start: number, end: number): Generator<number> {
  for (const { index, 0: mark } of body.slice(start, end).matchAll(/[.!?…]["'”’)]*(?=\s)|[。！？]/g))
    yield start + index + mark.length;
}

function skipSpace(body: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/.test(body[at] ?? '')) at += 1;
  return at;
}
