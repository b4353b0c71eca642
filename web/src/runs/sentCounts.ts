/** How many photos a sending found there already, and how many it took as far as a dry run goes. */
export interface SentCounts {
  alreadySent: number;
  dryRun: number;
}

/** Reads the summary of a run, which has no type of its own in the program's description. */
export function sentCounts(summary: unknown): SentCounts {
  if (typeof summary !== 'object' || summary === null) return { alreadySent: 0, dryRun: 0 };
  if ('sent' in summary && typeof summary.sent === 'object') return sentCounts(summary.sent);
  const members: Record<string, unknown> = { ...summary };
  const count = (name: keyof SentCounts): number => (typeof members[name] === 'number' ? members[name] : 0);
  return { alreadySent: count('alreadySent'), dryRun: count('dryRun') };
}
