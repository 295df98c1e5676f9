/** What is under way beside the deliveries, for whoever waits until all is quiet. */
export function pendingOf(busy: readonly { readonly pending: number }[]): { readonly pending: number } {
  return {
    get pending() {
      return busy.reduce((sum, { pending }) => sum + pending, 0);
    },
  };
}
