import { LRUCache } from 'lru-cache';
import type { Document } from '../values/document.ts';
import { encodeKey } from '../values/encode-key.ts';

/** How many answers are kept for clients that ask again. */
const keptAnswers = 2000;

/** The answers of retryable writes, so that one that is sent twice is carried out once and answered twice. */
export class RetriedWrites {
  readonly #answers = new LRUCache<string, Promise<Document>>({ max: keptAnswers });

  /** The answer to this write: a kept one when the client has sent it before, else that of `run`. */
  once(body: Document, run: () => Promise<Document>): Promise<Document> {
    if (body.lsid === undefined || body.txnNumber === undefined) return run();
    const key = encodeKey([body.lsid, body.txnNumber]).toString('latin1');
    const known = this.#answers.get(key);
    if (known) return known;
    const answer = run();
    this.#answers.set(key, answer);
    // A write that failed as a whole has changed nothing and may be tried again.
    answer.catch(() => this.#answers.delete(key));
    return answer;
  }
}
