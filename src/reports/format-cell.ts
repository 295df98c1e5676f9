import { type Cell, type ColumnKind, none } from './report.ts';

/** A figure as people read it, in English; a dash where nothing is known. */
export function formatCell(cell: Cell, kind: ColumnKind): string {
  if (cell === null) return kind === 'text' ? none : '–';
  if (typeof cell === 'string') return printable(cell);
  switch (kind) {
    case 'percent':
      return `${cell.toFixed(1)} %`;
    case 'signedPercent':
      return `${signed(Math.round(cell))} %`;
    case 'duration':
      return duration(cell);
    case 'workingTime':
      return workingTime(cell);
    case 'number':
      return cell.toFixed(2);
    case 'count':
    case 'date':
    case 'text':
      return String(cell);
  }
}

const minuteMs = 60_000;
const dayMinutes = 24 * 60;

/** Of the clock on the wall: `2 d 3 h`, `3 h 10 min`, `12 min`, `40 s`. */
function duration(ms: number): string {
  const minutes = Math.round(ms / minuteMs);
  if (minutes < dayMinutes) return workingTime(ms);
  const hours = Math.round(minutes / 60);
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** Of a calendar, whose days have any number of hours: never in days. */
function workingTime(ms: number): string {
  if (ms < minuteMs) return `${Math.round(ms / 1000)} s`;
  const minutes = Math.round(ms / minuteMs);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value).replace('-', '−');
}

/** Words of people may hold signs that move a terminal's cursor or turn its writing round. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();
}
