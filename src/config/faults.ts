/** Something in the configuration that must be put right, told so that its reader knows what to do next. */
export interface Fault {
  /** A name of the environment, or a line and a path: `desk.yaml:12 (teams[0].agents)`. */
  readonly where: string;
  readonly problem: string;
  readonly advice: string;
}

/**
 * All faults as text for a terminal or a log. Secrets never stand in a fault, so it may be kept.
 * @param heading what the faults prevent; the number of faults is added
 */
export function describeFaults(faults: readonly Fault[], heading = 'Deskhand cannot start'): string {
  const count = faults.length === 1 ? 'one thing must' : `${faults.length} things must`;
  return [`${heading}: ${count} be put right first.`, ...faults.map(describeFault)].join('\n\n') + '\n';
}

function describeFault({ where, problem, advice }: Fault): string {
  return [`  ${where}`, `    ${problem}`, `    ${advice}`].join('\n');
}
