import type { Answer, Quote } from './answer.ts';

/** An answer as plain text: each passage as a quotation, and under it where it stands. */
export function answerText(answer: Answer): string {
  return answer.is === 'unknown' ? 'I do not know.' : answer.quotes.map(quotation).join('\n\n');
}

function quotation({ text, articleId, title, headings }: Quote): string {
  const quoted = text.split('\n').map((line) => `> ${line}`.trimEnd());
  return [...quoted, `— ${[title, ...headings].join(' › ')} [${articleId}]`].join('\n');
}
