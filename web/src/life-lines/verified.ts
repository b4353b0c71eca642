/** What came of verifying. */
export interface Verified {
  /** Images that should be there, of all destinations that could be asked. */
  photos: number;
  matching: number;
  missing: number;
  differing: number;
  notSent: number;
  /** Originals; undefined when nobody asked. */
  safeToDelete?: number;
}

/** Reads a run's summary, which has no type of its own in the program's description; undefined for one of another kind, and when nothing could be compared. */
export function readVerified(summary: unknown): Verified | undefined {
  if (typeof summary !== 'object' || summary === null || !('matching' in summary)) return undefined;
  const members: Record<string, unknown> = { ...summary };
  const count = (name: string): number => (typeof members[name] === 'number' ? members[name] : 0);
  const verified = { photos: count('photos'), matching: count('matching'), missing: count('missing'), differing: count('differing'), notSent: count('notSent') };
  return verified.photos === 0 ? undefined : { ...verified, safeToDelete: 'safeToDelete' in members ? count('safeToDelete') : undefined };
}
