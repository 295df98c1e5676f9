import { peopleIn } from './outage.ts';
import type { Report } from './report.ts';

/**
 * Gathers what is about the same as a new report: those like it, and those like one of these. Only two steps far, so that a
 * chain of ever other words does not tie everything together.
 * @param likes the reports that are like the given one
 * @param enough people; nobody looks further than that, for in a flood everything is like everything
 * @returns the new one included, the oldest first
 */
export function clusterOf(
  fresh: Report,
  likes: (report: Report) => readonly Report[],
  enough: number,
): readonly Report[] {
  const found = new Map([fresh, ...likes(fresh)].map((report) => [report.id, report]));
  for (const near of [...found.values()]) {
    if (peopleIn([...found.values()]) >= enough) break;
    for (const far of likes(near)) found.set(far.id, far);
  }
  return [...found.values()].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
}

/** The reports of that stretch of time in which most people wrote. @param reports the oldest first */
export function busiest(reports: readonly Report[], withinMs: number): readonly Report[] {
  const inside = new Map<string, number>();
  let [best, mostPeople, end] = [[] as readonly Report[], 0, 0];
  for (const [start, { at, person }] of reports.entries()) {
    for (let next = reports[end]; next && next.at.getTime() - at.getTime() <= withinMs; next = reports[end]) {
      inside.set(next.person, (inside.get(next.person) ?? 0) + 1);
      end += 1;
    }
    if (inside.size > mostPeople) [best, mostPeople] = [reports.slice(start, end), inside.size];
    const left = (inside.get(person) ?? 0) - 1;
    if (left > 0) inside.set(person, left);
    else inside.delete(person);
  }
  return best;
}
