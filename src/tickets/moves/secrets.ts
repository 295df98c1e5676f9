import { changeOf, type Move } from '../change.ts';
import type { MoveName } from '../history.ts';

/** A secret was asked for, sent, opened or lost: the history says so, and never what it was. */
export const noteSecret =
  (move: Extract<MoveName, `${string}Secret`>): Move =>
  (ticket, context) =>
    changeOf(ticket, context, move, { set: {} });
