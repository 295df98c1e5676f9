/** What both platforms know of something that was brought to the desk. */
interface Brought {
  readonly name: string;
  readonly status: number | undefined;
  readonly isHeld: boolean;
  readonly isTaken: boolean;
  readonly last: { readonly failure?: string } | undefined;
}

/** Whether the desk has taken everything; else what it did not take and why. */
export function taken(deliveries: readonly Brought[]): { readonly trouble?: string } {
  const lost = deliveries.find((one) => !one.isHeld && !one.isTaken);
  if (!lost) return {};
  const why = lost.last?.failure ?? `status ${lost.status}`;
  return { trouble: `The desk did not take “${lost.name}” (${why}).` };
}
