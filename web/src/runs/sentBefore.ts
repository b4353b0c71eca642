/** How many photos a sending found there already, by its run's summary, which has no type of its own in the program's description. */
export function sentBefore(summary: unknown): number {
  if (typeof summary !== 'object' || summary === null) return 0;
  if ('alreadySent' in summary && typeof summary.alreadySent === 'number') return summary.alreadySent;
  return 'sent' in summary ? sentBefore(summary.sent) : 0;
}
